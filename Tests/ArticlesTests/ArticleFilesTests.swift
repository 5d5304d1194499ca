import Foundation
import TemporaryFolders
import Testing

@testable import Articles

@Suite("Reading files and folders")
struct ArticleFilesTests {
    @Test("A folder is read in the order of names, without hidden files and without following links to folders")
    func walk() throws {
        let folder = try TemporaryFolder()
        let other = try TemporaryFolder()
        for name in ["b.txt", "a/z.txt", "a/b/c.txt", "Z.txt", ".hidden.txt", ".git/x.txt", "é.txt"] {
            try folder.write(name, "Thông xe\n\nCầu xong.\n")
        }
        try other.write("elsewhere.txt", "Hội\n\nVui.\n")
        try folder.link("a/loop", to: folder.path)
        try folder.link("a/other", to: other.path)
        try folder.link("link.txt", to: other.path + "/elsewhere.txt")
        let expected = ["Z.txt", "a/b/c.txt", "a/z.txt", "b.txt", "link.txt", "é.txt"].map { folder.path + "/" + $0 }
        let files = ArticleFiles().files(at: folder.path)
        #expect(files.map(\.path) == expected && files.allSatisfy { $0.bytes > 0 })
        let reading = Reading([folder.path + "/./"])
        #expect(reading.finished == expected && reading.articles.count == 6 && reading.failures.isEmpty)
        #expect(reading.bytes == files.map(\.bytes).reduce(0, +))
    }

    @Test("A link that is named in the request is followed")
    func namedLink() throws {
        let folder = try TemporaryFolder()
        let other = try TemporaryFolder()
        try other.write("a.txt", "Hội\n\nVui.\n")
        #expect(Reading([try folder.link("l", to: other.path)]).articles.count == 1)
    }

    @Test("An unreadable file is a failure with its reason, and the other files are read")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        try folder.write("binary.txt", [0x61, 0x00, 0x62])
        try folder.write("utf16.txt", [0xFF, 0xFE, 0x61, 0x00])
        try folder.write("empty.txt", "")
        try folder.write("blank.md", " \n\t\n")
        try folder.write("none.jsonl", "\n\n")
        try folder.write("page.html", "<p>x</p>")
        try folder.write("page.txt", "\n<!DOCTYPE html>\n<title>x</title>")
        try folder.write("legacy.txt", [UInt8](repeating: 0xB8, count: 40))
        try folder.write("list.json", "[\n{\"title\": \"a\"}\n]\n")
        try folder.write("good.txt", "Hội\n\nVui.\n")
        try folder.link("dangling.txt", to: folder.path + "/nowhere")
        let reading = Reading([folder.path + "/missing", folder.path])
        #expect(reading.articles.map(\.title) == ["Hội"])
        let reasons = Dictionary(
            uniqueKeysWithValues: reading.failures.map { (String($0.path.split(separator: "/").last ?? ""), $0.reason) }
        )
        let expected = [
            "missing": "does not exist", "binary.txt": "binary", "utf16.txt": "UTF-16", "empty.txt": "is empty",
            "blank.md": "is empty", "none.jsonl": "is empty", "page.html": "HTML", "page.txt": "HTML",
            "legacy.txt": "legacy encoding (byte 0xB8 at line 1)", "list.json": "one JSON document",
            "dangling.txt": "symbolic link to nothing",
        ]
        #expect(reasons.keys.sorted() == expected.keys.sorted())
        for (name, part) in expected { #expect(reasons[name]?.contains(part) == true, "\(name)") }
    }

    @Test("A folder in the place of an expected file is a failure")
    func folderAsFile() throws {
        let folder = try TemporaryFolder()
        let descriptor = open(folder.path, O_RDONLY)
        defer { close(descriptor) }
        #expect(Reading(descriptor: descriptor).failures.map(\.reason) == ["is a folder where a file is expected"])
    }

    @Test("A file without read permission is a failure", .disabled(if: getuid() == 0, "root may read everything"))
    func permission() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.txt", "Hội\n\nVui.\n")
        chmod(path, 0)
        #expect(Reading([path]).failures.map(\.reason) == ["may not be read: check its permissions"])
    }

    @Test("Standard input is read as JSON Lines, compressed or not; its articles have no location")
    func standardInput() throws {
        let folder = try TemporaryFolder()
        let plain = Array("{\"title\":\"a\"}\n{\n{\"title\":\"b\"}".utf8)
        for bytes in [plain, try Compression.zstandard.compress(plain)] {
            let descriptor = open(try folder.write("in", bytes), O_RDONLY)
            defer { close(descriptor) }
            let reading = Reading(descriptor: descriptor)
            #expect(reading.articles.map(\.title) == ["a", "b"] && reading.articles.allSatisfy { $0.location == nil })
            #expect(reading.failures.map(\.path) == ["-"] && reading.failures.map(\.line) == [1])
            #expect(reading.finished == ["-"])
        }
    }

    @Test("JSON Lines that come in parts are read as a file is, wherever they are cut")
    func parts() throws {
        let plain = Array("{\"title\":\"a\"}\n{\n{\"title\":\"bồ\"}".utf8)
        for bytes in [plain, try Compression.zstandard.compress(plain), try Compression.gzip.compress(plain)] {
            for length in [1, 5, bytes.count] {
                let reading = Reading(parts: bytes, length: length, isWhole: true)
                #expect(reading.articles.map(\.title) == ["a", "bồ"])
                #expect(reading.failures.map(\.line) == [1])
            }
        }
    }

    @Test("Where the parts end before the last, the lines before it count, and the end is a failure")
    func cutParts() {
        let bytes = Array("{\"title\":\"a\"}\n{\"title\":\"b\"}\n{\"title\":\"c\"}".utf8)
        let reading = Reading(parts: bytes, length: 7, isWhole: false)
        #expect(reading.articles.map(\.title) == ["a", "b"])
        #expect(reading.failures.map(\.reason) == ["ended before its last part: send it again"])
    }

    @Test("JSON Lines are recognised by their content if the file name does not tell the format")
    func look() throws {
        let folder = try TemporaryFolder()
        try folder.write("dump", "{\"title\":\"a\"}\n{\"title\":\"b\"}\n")
        try folder.write("lines.json", "{ \"title\":\"c\"}\n{\"title\":\"d\"}\n")
        try folder.write("notes", "{một} ghi chép\n\nVui.\n")
        #expect(Reading([folder.path]).articles.map(\.title) == ["a", "b", "c", "d", "{một} ghi chép"])
    }

    @Test("An error that the caller throws ends the reading")
    func stop() throws {
        struct Stop: Error {}
        let folder = try TemporaryFolder()
        let path = try folder.write("a.jsonl", "{\"title\":\"a\"}\n{\"title\":\"b\"}\n")
        var count = 0
        #expect(throws: Stop.self) {
            try ArticleFiles().read([path, path]) { _ in
                count += 1
                throw Stop()
            }
        }
        #expect(count == 1)
    }
}
