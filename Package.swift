// swift-tools-version: 6.2

import PackageDescription

// Warnings stop continuous integration, not somebody with a newer compiler than ours.
let strictness: [SwiftSetting] =
    [.enableUpcomingFeature("InternalImportsByDefault")]
    + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// A Swift target of the house, with the settings that all of them share.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strictness)
}

/// The tests of one room: `Tests` mirrors `Sources`.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strictness)
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
            name: "Fuzzing", path: "Sources/Fuzz/Fuzzing", swiftSettings: strictness),
        .executableTarget(
            name: "fuzz-parser", dependencies: ["CivilTime", "Fuzzing", "QueryLanguage"],
            path: "Sources/Fuzz/FuzzParser", swiftSettings: strictness),
        .executableTarget(
            name: "fuzz-frames", dependencies: ["Fuzzing", "SearchProtocol"], path: "Sources/Fuzz/FuzzFrames",
            swiftSettings: strictness),
        .executableTarget(
            name: "fuzz-tokeniser", dependencies: ["Fuzzing", "Vietnamese"], path: "Sources/Fuzz/FuzzTokeniser",
            swiftSettings: strictness),
    ]

let package = Package(
    name: "tracuu",
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
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

        .target(name: "CXapian", dependencies: ["CXapianLibrary"]),
        room("Xapian", ["CXapian"]),
        room("Glass", ["Xapian", "CXXHash"]),
        room("Vietnamese"),
        room("CivilTime"),
        room("ArticleModel", ["CivilTime"]),
        room("QueryLanguage", ["Vietnamese", "CivilTime"]),
        room("Settings", ["Yams"]),
        room(
            "Articles",
            ["ArticleModel", "CivilTime", "Vietnamese", "CZlib", "CLzma", "CZstd", "CXXHash", "Yams"]),
        room(
            "ArticleIndex",
            ["ArticleModel", "CivilTime", "Glass", "QueryLanguage", "Vietnamese", "Xapian", "CXXHash", "CZstd"]),
        room("SearchProtocol"),
        room("SearchClient", ["SearchProtocol"]),
        room("StdioServers", ["SearchClient", "SearchProtocol"]),
        room(
            "SearchService",
            ["ArticleIndex", "ArticleModel", "Articles", "CivilTime", "QueryLanguage", "SearchProtocol", "Xapian"]),
        room(
            "SearchDaemon",
            [
                "ArticleIndex", "Articles", "SearchProtocol", "SearchService", "Settings",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),

        room(
            "Commands",
            [
                "ArticleIndex", "Articles", "QueryLanguage", "SearchClient", "SearchProtocol", "SearchService",
                "Settings", "StdioServers",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // At a fixed address the client starts without the relocations of all that is linked into it; the daemon, which has
        // them once and listens to others, stays where the system puts it.
        .executableTarget(
            name: "tracuu", dependencies: ["Commands"], swiftSettings: strictness,
            linkerSettings: [.unsafeFlags(["-Xclang-linker", "-no-pie"], .when(configuration: .release))]),
        .executableTarget(
            name: "tracuud",
            dependencies: [
                "ArticleIndex", "SearchDaemon", "Settings",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strictness),
        room("Seeding"),
        room("Measuring", ["ArticleModel", "Articles", "SearchClient", "Seeding"]),
        .executableTarget(
            name: "evaluate",
            dependencies: [
                "ArticleIndex", "ArticleModel", "Articles", "CivilTime", "Measuring", "Seeding", "Vietnamese",
                "Xapian",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Evaluate", swiftSettings: strictness),
        .executableTarget(
            name: "measure",
            dependencies: [
                "ArticleIndex", "ArticleModel", "Articles", "Measuring", "SearchClient", "SearchProtocol", "Seeding",
                "Vietnamese", "Xapian",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Measure", swiftSettings: strictness),
        .executableTarget(
            name: "benchmark",
            dependencies: [
                "ArticleIndex", "ArticleModel", "Articles", "CivilTime", "Measuring", "SearchClient", "SearchProtocol",
                "Seeding", "Vietnamese", "Xapian",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Benchmark", exclude: ["Peers"], swiftSettings: strictness),

        .executableTarget(
            name: "endure",
            dependencies: [
                "ArticleIndex", "ArticleModel", "Articles", "CivilTime", "Measuring", "SearchClient", "SearchProtocol",
                "SearchService", "Seeding", "Vietnamese", "Xapian",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Endure", swiftSettings: strictness),

        .target(
            name: "XapianSamples", dependencies: ["Xapian"], path: "Tests/XapianSamples", swiftSettings: strictness),
        tests(of: "ArticleModel"),
        tests(of: "CivilTime"),
        tests(of: "Vietnamese", ["Seeding"]),
        tests(of: "Xapian", ["XapianSamples"]),
        tests(of: "Glass", ["Seeding", "Xapian", "XapianSamples"]),
        tests(of: "QueryLanguage", ["CivilTime"]),
        tests(
            of: "ArticleIndex", ["ArticleModel", "CivilTime", "QueryLanguage", "Seeding", "Vietnamese", "Xapian"]),
        tests(of: "Articles"),
        tests(of: "Settings"),
        tests(of: "SearchProtocol", ["Seeding"]),
        tests(of: "SearchClient", ["SearchProtocol"]),
        tests(of: "StdioServers", ["SearchClient", "SearchProtocol"]),
        tests(
            of: "SearchDaemon",
            ["SearchProtocol", .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")]),
        tests(of: "SearchService", ["ArticleIndex", "ArticleModel", "Articles", "SearchProtocol", "Seeding"]),
        tests(of: "Commands", ["SearchClient", "SearchProtocol"]),
        tests(of: "Measuring"),
        .testTarget(
            name: "BenchmarkTests",
            dependencies: ["benchmark", "tracuu", "tracuud", "ArticleModel", "CivilTime", "Measuring", "Seeding"],
            swiftSettings: strictness),
        .testTarget(
            name: "EvaluateTests", dependencies: ["evaluate", "ArticleModel", "Measuring", "Vietnamese"],
            swiftSettings: strictness),
        .testTarget(
            name: "EndToEndTests", dependencies: ["tracuu", "tracuud", "SearchClient", "SearchProtocol"],
            swiftSettings: strictness),
    ] + fuzzers,
    cxxLanguageStandard: .cxx17
)
