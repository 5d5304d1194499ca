import FilePaths
import Foundation
import Testing

@Suite("Paths relative to the working folder")
struct AbsolutePathTests {
    @Test("A relative path becomes absolute, and its dots are removed")
    func absolute() throws {
        let current = FileManager.default.currentDirectoryPath
        #expect(try absolutePath("a//./b/") == (current == "/" ? "" : current) + "/a/b")
        #expect(try absolutePath("/a/./b") == "/a/b")
        #expect(try absolutePath(".") == current)
        #expect(try absolutePath("/") == "/")
    }

    @Test("The meaning of .. depends on the links before it, if a file exists there")
    func parents() throws {
        var template = Array("/tmp/tracuu-XXXXXX".utf8CString)
        #expect(mkdtemp(&template) != nil)
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/a/b", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/a/b")
        #expect(try absolutePath(folder + "/a/../a/b") == folder + "/a/b")
        #expect(try absolutePath(folder + "/link/..") == folder + "/a")
        #expect(try absolutePath(folder + "/none/../a") == folder + "/a")
    }
}
