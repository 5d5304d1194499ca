import Foundation
import TemporaryFolders
import Testing

@testable import StdioServers

@Suite("Files that show articles")
struct ArticleFilesTests {
    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("A file is readable by its owner only, and writable by nobody")
    func modes() throws {
        let folder = try TemporaryFolder()
        let files = ArticleFiles(folder: folder.path + "/a/tracuu")
        let path = try files.put("thành ủy\n", id: "bài 1")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "thành ủy\n")
        #expect(try mode(path) == 0o400)
        #expect(try mode(folder.path + "/a/tracuu") == 0o700)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/a/tracuu").count == 1)
    }

    @Test("The same text leaves the file unchanged, and another text replaces it")
    func replacing() throws {
        let folder = try TemporaryFolder()
        let files = ArticleFiles(folder: folder.path)
        let path = try files.put("a\n", id: "1")
        let number = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        #expect(try files.put("a\n", id: "1") == path)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int == number)
        #expect(try files.put("b\n", id: "1") == path)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "b\n")
    }

    @Test("A link in the file's place is replaced, and its target stays")
    func links() throws {
        let folder = try TemporaryFolder()
        let files = ArticleFiles(folder: folder.path + "/c")
        let path = try files.put("a\n", id: "1")
        try FileManager.default.removeItem(atPath: path)
        try "mine".write(toFile: folder.path + "/mine", atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder.path + "/mine")
        _ = try files.put("a\n", id: "1")
        #expect(try String(contentsOfFile: folder.path + "/mine", encoding: .utf8) == "mine")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "a\n")
    }

    @Test("A file name gives its article's id, unless the id was too long for a name")
    func ids() throws {
        let folder = try TemporaryFolder()
        let files = ArticleFiles(folder: folder.path)
        for id in ["1", "https://a/b?c=đ", "..", "x~y", String(repeating: "a", count: 240)] {
            #expect(files.id(at: try files.put("a\n", id: id)) == id)
        }
        let long = String(repeating: "đ", count: 200)
        let (first, second) = (try files.put("a\n", id: long + "1"), try files.put("b\n", id: long + "2"))
        #expect(first != second)
        #expect(files.id(at: first) == nil)
        #expect(files.id(at: folder.path + "/a/b.txt") == nil)
        #expect(files.id(at: "/elsewhere/1.txt") == nil)
    }

    @Test("The number of files is limited, and the most recently used ones stay")
    func capacity() throws {
        let folder = try TemporaryFolder()
        let files = ArticleFiles(folder: folder.path, capacity: 40)
        for number in 0..<200 { _ = try files.put("a\n", id: "\(number)") }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count <= 40)
        #expect(names.contains("199.txt"))
    }

    @Test("The error for an unwritable folder says how to correct it")
    func unwritable() throws {
        let folder = try TemporaryFolder()
        try "a file".write(toFile: folder.path + "/f", atomically: true, encoding: .utf8)
        let files = ArticleFiles(folder: folder.path + "/f/tracuu")
        let error = #expect(throws: ArticleFileError.self) { try files.put("a\n", id: "1") }
        #expect(error?.description.contains("set XDG_CACHE_HOME") == true)
    }
}
