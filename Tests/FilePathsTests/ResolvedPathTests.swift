import FilePaths
import Foundation
import Testing

@Suite("Paths without symbolic links")
struct ResolvedPathTests {
    @Test("Links on the way are followed, and what does not exist keeps its name")
    func links() throws {
        try inFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/real/sub", withIntermediateDirectories: true)
            try link(folder + "/whole", to: folder + "/real")
            try link(folder + "/relative", to: "real/sub")
            for (path, expected) in [
                ("/real", "/real"), ("/whole", "/real"), ("/whole/sub", "/real/sub"), ("/relative", "/real/sub"),
                ("/whole/none/index", "/real/none/index"), ("/none/index", "/none/index"),
            ] {
                let resolved = ResolvedPath(folder + path)
                #expect(resolved.path == folder + expected)
                #expect(resolved.danglingLink == nil)
            }
            #expect(ResolvedPath("/").path == "/")
            #expect(try ResolvedPath.ofExisting(folder + "/whole/sub") == folder + "/real/sub")
            #expect(try ResolvedPath.ofExisting(folder + "/whole/none") == nil)
        }
    }

    @Test("The first link that leads nowhere is named with its target")
    func dangling() throws {
        try inFolder { folder in
            try link(folder + "/absolute", to: folder + "/gone/index")
            try link(folder + "/relative", to: "gone")
            try link(folder + "/second", to: "relative/index")
            for (path, from, target) in [
                ("/absolute", "/absolute", "/gone/index"), ("/relative", "/relative", "/gone"),
                ("/relative/index", "/relative", "/gone"), ("/second", "/second", "/relative/index"),
            ] {
                let dangling = try #require(ResolvedPath(folder + path).danglingLink)
                #expect(dangling.path == folder + from)
                #expect(dangling.target == folder + target)
            }
        }
    }

    @Test("Links that lead to each other end the resolving")
    func loop() throws {
        try inFolder { folder in
            try link(folder + "/a", to: "b")
            try link(folder + "/b", to: "a")
            #expect(ResolvedPath(folder + "/a/index").path == folder + "/a/index")
            #expect(ResolvedPath(folder + "/a/index").danglingLink == nil)
        }
    }

    @Test("A path that leads to a name that is not UTF-8 is an error that says so, and stays as it is named")
    func misnamed() throws {
        try inFolder { folder in
            let bytes = Array(folder.utf8) + Array("/x".utf8) + [0xFF, 0]
            let isMade = bytes.withUnsafeBytes { bytes in
                bytes.assumingMemoryBound(to: CChar.self).baseAddress.map { name in
                    mkdir(name, 0o700) == 0 && symlink(name, folder + "/bad") == 0
                }
            }
            try #require(isMade == true)
            let error = #expect(throws: PathError.self) { try ResolvedPath.ofExisting(folder + "/bad") }
            #expect(error?.reason.contains("UTF-8") == true)
            #expect(ResolvedPath(folder + "/bad").path == folder + "/bad")
            #expect(ResolvedPath(folder + "/bad").danglingLink == nil)
        }
    }

    private func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    }

    private func inFolder(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/tracuu-XXXXXX".utf8CString)
        #expect(mkdtemp(&template) != nil)
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // The folder for temporary files may itself be behind a link.
        try body(ResolvedPath(folder).path)
    }
}
