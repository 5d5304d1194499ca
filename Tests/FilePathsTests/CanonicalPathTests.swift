import FilePaths
import Foundation
import Testing

@Suite("Paths with symbolic links")
struct CanonicalPathTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/tracuu-XXXXXX".utf8CString)
        #expect(mkdtemp(&template) != nil)
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/real/a", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/real")
        try body(canonicalPath(folder))
    }

    @Test("Links are resolved in the part of a path that exists, and the rest is kept")
    func canonical() throws {
        try withFolder { folder in
            let cases = [
                "/link": "/real", "/link/a": "/real/a", "/link/none/x": "/real/none/x", "/none": "/none",
                "/real/a": "/real/a", "/link/./a/": "/real/a",
            ]
            for (path, expected) in cases { #expect(canonicalPath(folder + path) == folder + expected) }
            #expect(canonicalPath("/") == "/")
            #expect(canonicalPath("/no-such-folder/x") == "/no-such-folder/x")
        }
    }

    @Test("Two names are the same folder's where a link leads from one to the other, whether it exists or not")
    func same() throws {
        try withFolder { folder in
            for name in ["", "/a", "/none"] { #expect(areSameFolder(folder + "/link" + name, folder + "/real" + name)) }
            #expect(!areSameFolder(folder + "/link/a", folder + "/real"))
            #expect(!areSameFolder(folder + "/link/none", folder + "/real/other"))
            #expect(!areSameFolder(folder + "/link/none", folder + "/real/a"))
        }
    }
}
