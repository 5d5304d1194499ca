import FilePaths
import Foundation
import Testing

@Suite("Paths without symbolic links")
struct ResolvedPathTests {
    private let folder: String

    init() throws {
        var template = Array("/tmp/tracuu-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        try FileManager.default.createDirectory(atPath: folder + "/a/b", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "a")
    }

    private func remove() { try? FileManager.default.removeItem(atPath: folder) }

    @Test("A path is resolved where something exists, and the existing part of it where nothing does")
    func resolving() throws {
        defer { remove() }
        #expect(try resolvedPath(folder + "/link/b") == folder + "/a/b")
        #expect(try resolvedPath(folder + "/link/c") == nil)
        #expect(canonicalPath(folder + "/link/b") == folder + "/a/b")
        #expect(canonicalPath(folder + "/link/c/d") == folder + "/a/c/d")
        #expect(canonicalPath("/") == "/" && canonicalPath("/none-of-this/a") == "/none-of-this/a")
    }

    @Test("A path that leads to a name that is not UTF-8 is an error that says so")
    func misnamed() throws {
        defer { remove() }
        let bytes = Array(folder.utf8) + Array("/x".utf8) + [0xFF, 0]
        let isMade = bytes.withUnsafeBytes { bytes in
            bytes.assumingMemoryBound(to: CChar.self).baseAddress.map { name in
                mkdir(name, 0o700) == 0 && symlink(name, folder + "/bad") == 0
            }
        }
        try #require(isMade == true)
        let error = #expect(throws: PathError.self) { try resolvedPath(folder + "/bad") }
        #expect(error?.reason.contains("UTF-8") == true)
        #expect(canonicalPath(folder + "/bad") == folder + "/bad")
    }

    @Test(
        "A folder has what is below it, and not its neighbours",
        arguments: [
            ("/a", "/a", true), ("/a/b", "/a", true), ("/ab", "/a", false), ("/a", "/a/b", false), ("/a", "/", true),
        ])
    func below(path: String, folder: String, isBelow: Bool) {
        defer { remove() }
        #expect(isPath(path, atOrBelow: folder) == isBelow)
    }
}
