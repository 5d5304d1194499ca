// swift-tools-version: 6.2

import PackageDescription

// Warnings stop continuous integration, not somebody with a newer compiler than ours.
let strictness: [SwiftSetting] =
    [.enableUpcomingFeature("InternalImportsByDefault")]
    + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// A Swift module with the settings that all of them share; its sources lie in `Sources` under its name.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strictness)
}

/// A module that only the programs that measure and try use.
func toolModule(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/Tools/\(name)", swiftSettings: strictness)
}

/// A program that measures or tries, named like its folder in `Sources/Tools` in lower case unless a name is given.
func tool(
    _ folder: String, named name: String? = nil, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .executableTarget(
        name: name ?? folder.lowercased(),
        dependencies: dependencies + [.product(name: "ArgumentParser", package: "swift-argument-parser")],
        path: "Sources/Tools/\(folder)", exclude: exclude, swiftSettings: strictness)
}

/// The tests of one module: `Tests` mirrors `Sources`.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strictness)
}

/// What the tests of several modules share.
func testSupport(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strictness)
}

/// A C library that Debian packages, found through pkg-config.
func library(_ name: String, pkgConfig: String, debian package: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/SystemLibraries/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// The fuzzers, in builds for them alone: `--sanitize fuzzer` links what runs them, see `Config/run-fuzzers`.
let fuzzers: [Target] =
    Context.environment["TRACUU_FUZZ"] == nil
    ? []
    : [
        .target(
            name: "Fuzzing", path: "Sources/Tools/Fuzz/Fuzzing", swiftSettings: strictness),
        .executableTarget(
            name: "fuzz-parser", dependencies: ["CivilTime", "Fuzzing", "QueryLanguage"],
            path: "Sources/Tools/Fuzz/FuzzParser", swiftSettings: strictness),
        .executableTarget(
            name: "fuzz-frames", dependencies: ["Fuzzing", "JSON", "SearchProtocol"],
            path: "Sources/Tools/Fuzz/FuzzFrames",
            swiftSettings: strictness),
        .executableTarget(
            name: "fuzz-tokeniser", dependencies: ["Fuzzing", "Vietnamese"], path: "Sources/Tools/Fuzz/FuzzTokeniser",
            swiftSettings: strictness),
        .executableTarget(
            name: "fuzz-storage", dependencies: ["Fuzzing", "TextCoding", "Xapian", "XapianGlass"],
            path: "Sources/Tools/Fuzz/FuzzStorage", swiftSettings: strictness),
    ]

/// The only test targets of a short build, such as one with a sanitizer: their names in TRACUU_TESTS, separated by commas.
let chosenTests = Context.environment["TRACUU_TESTS"]?.split(separator: ",").map(String.init)

let package = Package(
    name: "tracuu",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        library("CXapianLibrary", pkgConfig: "xapian-core", debian: "libxapian-dev"),
        library("CZlib", pkgConfig: "zlib", debian: "zlib1g-dev"),
        library("CLzma", pkgConfig: "liblzma", debian: "liblzma-dev"),
        library("CZstd", pkgConfig: "libzstd", debian: "libzstd-dev"),
        library("CXXHash", pkgConfig: "libxxhash", debian: "libxxhash-dev"),
        library("CYAML", pkgConfig: "yaml-0.1", debian: "libyaml-dev"),

        .target(name: "CFaultNotice"),
        module("FaultNotice", ["CFaultNotice"]),
        .target(name: "CXapian", dependencies: ["CXapianLibrary"]),
        module("Xapian", ["CXapian"]),
        module("XapianGlass", ["Xapian", "CXXHash"]),
        module("Vietnamese"),
        module("CivilTime"),
        module("FilePaths"),
        module("ArticleModel", ["CivilTime"]),
        module("QueryLanguage", ["CivilTime", "Vietnamese"]),
        module("TextCoding", ["Vietnamese", "CZstd"]),
        module(
            "IndexStorage",
            ["ArticleModel", "CivilTime", "FaultNotice", "FilePaths", "TextCoding", "Vietnamese", "Xapian", "CXXHash"]),
        module("Postings", ["Xapian", "XapianGlass"]),
        module(
            "Indexing", ["ArticleModel", "CXXHash", "FaultNotice", "IndexStorage", "Xapian", "XapianGlass"]),
        module(
            "QueryPlanning",
            ["ArticleModel", "CivilTime", "IndexStorage", "QueryLanguage", "TextCoding", "Vietnamese", "Xapian"]),
        module(
            "SearchEngine",
            [
                "ArticleModel", "CivilTime", "FaultNotice", "IndexStorage", "Postings", "QueryLanguage",
                "QueryPlanning",
                "TextCoding", "Vietnamese", "Xapian", "XapianGlass",
            ]),
        module(
            "Articles",
            ["ArticleModel", "CLzma", "CXXHash", "CZlib", "CZstd", "CivilTime", "FilePaths", "JSON", "YAML"]),
        module("YAML", ["CYAML"]),
        module("Settings", ["YAML"]),
        module("JSON"),
        module("UnixSockets", ["FilePaths"]),
        module("SearchProtocol", ["JSON"]),
        module("SearchClient", ["FilePaths", "JSON", "SearchProtocol", "UnixSockets"]),
        module("StdioServers", ["JSON", "SearchClient", "SearchProtocol", "UnixSockets"]),
        module(
            "SearchService",
            [
                "ArticleModel", "Articles", "CivilTime", "FilePaths", "IndexStorage", "Indexing", "JSON", "Postings",
                "QueryLanguage", "QueryPlanning", "SearchEngine", "SearchProtocol", "Vietnamese",
            ]),
        module(
            "SearchDaemon",
            [
                "Articles", "FaultNotice", "IndexStorage", "JSON", "SearchEngine", "SearchProtocol", "SearchService",
                "Settings", "UnixSockets", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"), .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),
        module(
            "Commands",
            ["FilePaths", "JSON", "SearchClient", "SearchProtocol", "Settings", "StdioServers", "UnixSockets"]),

        // The client is one file that needs no library of the system: looking for libraries, and relocating what is in them, took
        // most of the time in which it starts. A static program that could be loaded at any address does not start: the package
        // manager gives each program a path to look for libraries, over which the C library (2.36) stumbles in a static one.
        .executableTarget(
            name: "tracuu", dependencies: ["Commands"], swiftSettings: strictness,
            linkerSettings: [
                .unsafeFlags(["-static-executable", "-Xlinker", "-s"], .when(configuration: .release))
            ]),
        .executableTarget(
            name: "tracuud",
            dependencies: [
                "Indexing", "SearchDaemon", "Settings",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strictness),

        toolModule("Seeding"),
        toolModule("Measuring", ["ArticleModel", "Articles", "SearchClient", "Seeding"]),
        tool(
            "Evaluate",
            [
                "ArticleModel", "CivilTime", "IndexStorage", "Indexing", "Measuring", "SearchEngine", "Seeding",
                "Vietnamese", "Xapian",
            ]),
        tool(
            "Measure",
            [
                "ArticleModel", "Articles", "IndexStorage", "JSON", "Measuring", "SearchClient", "SearchProtocol",
                "Seeding", "UnixSockets", "Vietnamese", "Xapian",
            ]),
        tool(
            "Benchmark",
            [
                "ArticleModel", "Articles", "CivilTime", "IndexStorage", "JSON", "Measuring", "Postings",
                "SearchClient", "SearchEngine", "SearchProtocol", "Seeding", "UnixSockets", "Vietnamese", "Xapian",
            ],
            exclude: ["Peers"]),
        tool(
            "StressTests", named: "stress-tests",
            [
                "Articles", "IndexStorage", "JSON", "Measuring", "SearchClient", "SearchEngine", "SearchProtocol",
                "SearchService", "Seeding", "UnixSockets", "Vietnamese", "Xapian",
            ]),

        testSupport("TemporaryFolders"),
        testSupport("XapianSamples", ["Xapian"]),
        testSupport(
            "IndexSamples",
            [
                "ArticleModel", "CivilTime", "IndexStorage", "Indexing", "QueryLanguage", "SearchEngine", "Seeding",
                "TemporaryFolders", "Xapian",
            ]),
        .executableTarget(
            name: "fault-probe", dependencies: ["FaultNotice", "Xapian"], path: "Tests/FaultProbe",
            swiftSettings: strictness),
        tests(of: "FaultNotice", ["fault-probe"]),
        tests(of: "ArticleModel"),
        tests(of: "CivilTime"),
        .testTarget(
            name: "ExamplesTests",
            dependencies: [
                "ArticleModel", "Articles", "CivilTime", "IndexStorage", "Indexing", "JSON", "QueryLanguage",
                "SearchEngine", "SearchProtocol", "Settings", "TemporaryFolders", "Vietnamese", "YAML",
            ],
            swiftSettings: strictness),
        tests(of: "Vietnamese", ["Seeding"]),
        tests(of: "Xapian", ["Seeding", "TemporaryFolders", "XapianSamples", "fault-probe"]),
        tests(of: "XapianGlass", ["Seeding", "TemporaryFolders", "Xapian", "XapianSamples"]),
        tests(of: "QueryLanguage", ["CivilTime", "Vietnamese"]),
        tests(of: "TextCoding", ["IndexStorage", "Seeding", "Vietnamese"]),
        tests(
            of: "IndexStorage",
            [
                "ArticleModel", "CivilTime", "IndexSamples", "Seeding", "TemporaryFolders",
                "TextCoding", "Vietnamese", "Xapian",
            ]),
        tests(of: "Postings", ["Seeding", "Xapian"]),
        tests(
            of: "Indexing",
            [
                "ArticleModel", "CivilTime", "IndexSamples", "IndexStorage", "QueryPlanning", "SearchEngine", "Seeding",
                "TemporaryFolders", "Xapian",
            ]),
        tests(of: "QueryPlanning", ["QueryLanguage", "TextCoding", "Vietnamese"]),
        tests(
            of: "SearchEngine",
            [
                "ArticleModel", "CivilTime", "IndexSamples", "Indexing", "IndexStorage", "Postings", "QueryLanguage",
                "QueryPlanning",

                "Seeding", "TemporaryFolders", "Vietnamese", "Xapian", "XapianGlass",
            ]),
        tests(of: "FilePaths"),
        tests(of: "YAML"),
        tests(
            of: "Articles", ["ArticleModel", "CLzma", "CZlib", "CZstd", "CivilTime", "FilePaths", "TemporaryFolders"]),
        tests(of: "Settings"),
        tests(of: "JSON", ["Seeding"]),
        tests(of: "SearchProtocol", ["JSON", "Seeding", "UnixSockets"]),
        tests(of: "SearchClient", ["JSON", "SearchProtocol", "TemporaryFolders", "UnixSockets"]),
        tests(of: "StdioServers", ["JSON", "SearchClient", "SearchProtocol", "TemporaryFolders", "UnixSockets"]),
        tests(
            of: "SearchDaemon",
            [
                "JSON", "SearchProtocol", "TemporaryFolders", "UnixSockets",
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        tests(
            of: "SearchService",
            [
                "ArticleModel", "Articles", "Indexing", "IndexStorage", "JSON", "SearchEngine", "SearchProtocol",
                "Seeding", "Xapian",
            ]),
        tests(of: "Commands", ["JSON", "SearchClient", "SearchProtocol"]),
        tests(of: "Measuring"),
        .testTarget(
            name: "BenchmarkTests",
            dependencies: [
                "benchmark", "tracuu", "tracuud", "ArticleModel", "CivilTime", "Measuring", "Postings", "Seeding",
            ],
            swiftSettings: strictness),
        .testTarget(
            name: "EvaluateTests",
            dependencies: ["evaluate", "ArticleModel", "Measuring", "TemporaryFolders", "Vietnamese"],
            swiftSettings: strictness),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["tracuu", "tracuud", "JSON", "SearchClient", "SearchProtocol", "UnixSockets"],
            swiftSettings: strictness),
    ] + fuzzers,
    cxxLanguageStandard: .cxx17
)

if let chosenTests {
    package.targets.removeAll { $0.isTest && !chosenTests.contains($0.name) }
}
