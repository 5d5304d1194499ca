import FilePaths
import Foundation
import TemporaryFolders
import Testing

@testable import Articles

@Suite("Reading files and folders")
struct ArticleFilesTests {
    @Test("A folder is read in the order of names, without hidden files, and what links lead to is read last")
    func walk() throws {
        let folder = try TemporaryFolder()
        let other = try TemporaryFolder()
        for name in ["b.txt", "a/z.txt", "a/b/c.txt", "Z.txt", ".hidden.txt", ".git/x.txt", "é.txt"] {
            try folder.write(name, "Thông xe\n\nCầu xong.\n")
        }
        try other.write("elsewhere.txt", "Hội\n\nVui.\n")
        try folder.link("a/loop", to: folder.path)
        try folder.link("link.txt", to: other.path + "/elsewhere.txt")
        let expected =
            ["Z.txt", "a/b/c.txt", "a/z.txt", "b.txt", "é.txt"].map { folder.path + "/" + $0 }
            + [other.path + "/elsewhere.txt"]
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
        let link = try folder.link("l", to: other.path)
        let reading = Reading([link])
        #expect(reading.finished == [other.path + "/a.txt"])
        #expect(reading.walked.folders == [WalkedFolders.Folder(path: other.path, otherName: link)])
    }

    @Test("A file is read once, whatever names and links lead to it, and hard links are two files")
    func once() throws {
        let folder = try TemporaryFolder()
        let other = try TemporaryFolder()
        let file = try folder.write("a/b.txt", "Hội\n\nVui.\n")
        let hidden = try folder.write(".c.txt", "Hội\n\nVui.\n")
        try folder.link("1.txt", to: file)
        try folder.link("2.txt", to: hidden)
        try folder.link("3.txt", to: hidden)
        try folder.link("A", to: folder.path + "/a")
        let named = [try other.link("l", to: folder.path), folder.path, file, folder.path + "/1.txt"]
        for paths in [named, named.reversed()] { #expect(Reading(paths).finished.sorted() == [hidden, file]) }
        try FileManager.default.linkItem(atPath: file, toPath: folder.path + "/a/d.txt")
        #expect(Reading(named).finished.count == 3)
        let forms = try ["\u{E9}.txt", "e\u{301}.txt"].map { try other.write("x/" + $0, "Hội\n\nVui.\n") }
        #expect(Reading([forms[0], other.path + "/x"]).finished.count == 2, "names of two normal forms are two names")
    }

    @Test("A link to a folder is followed once, and a cycle of links ends")
    func linkedFolders() throws {
        let folder = try TemporaryFolder()
        let other = try TemporaryFolder()
        try other.write("x/a.txt", "Hội\n\nVui.\n")
        try other.link("x/back", to: folder.path)
        for name in ["l", "m"] { try folder.link(name, to: other.path) }
        try folder.link("self", to: folder.path + "/self")
        let reading = Reading([folder.path])
        #expect(reading.finished == [other.path + "/x/a.txt"])
        #expect(reading.walked.folders.map(\.path) == [folder.path, other.path])
        #expect(reading.walked.folders.allSatisfy { $0.isWhole })
        #expect(reading.failures.map(\.path) == [folder.path + "/self"])
        #expect(reading.walked.unknown == [folder.path + "/self"])
    }

    @Test("A walk is whole unless a folder in it cannot be read")
    func whole() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/bad.txt", [0x61, 0x00, 0x62])
        try folder.write("b/good.txt", "Hội\n\nVui.\n")
        let reading = Reading([folder.path + "/a", folder.path, folder.path + "/b/none"])
        let whole = Dictionary(uniqueKeysWithValues: reading.walked.folders.map { ($0.path, $0.isWhole) })
        #expect(whole == [folder.path + "/a": true, folder.path: false])
        let roots = ReadingRoots([folder.path + "/b"])
        var walked = WalkedFolders()
        ArticleFiles(within: roots).read([folder.path + "/b", folder.path]) { event in
            if case .walked(let folders) = event { walked = folders }
        }
        #expect(walked.folders.map(\.isWhole) == [true, false])
    }

    @Test("A folder on another file system than its parent is a mount point")
    func mountPoints() throws {
        let isMounted = FileIdentity("/dev/shm")?.device != FileIdentity("/dev")?.device
        var walk = FolderWalk(skipping: nil, within: nil)
        walk.visit("/dev/shm") { _ in }
        #expect(walk.finish { _ in }.mountPoints.contains("/dev/shm") == isMounted)
        let folder = try TemporaryFolder()
        try folder.write("a/b.txt", "Hội\n\nVui.\n")
        #expect(Reading([folder.path]).walked.mountPoints.isEmpty)
    }

    @Test("The index folder is not entered, even where it was created after the walk began")
    func skippedFolder() throws {
        let folder = try TemporaryFolder()
        var walk = FolderWalk(skipping: folder.path + "/index", within: nil)
        try folder.write("a.txt", "Hội\n\nVui.\n")
        try folder.write("index/CURRENT", "1")
        var met: [String] = []
        walk.visit(folder.path) { if case .file(let file) = $0 { met.append(file.path) } }
        #expect(met == [folder.path + "/a.txt"])
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

    @Test(
        "A file named for JSON Lines that holds something else is one failure",
        arguments: [
            ("[\n  {\n    \"title\": \"a\"\n  }\n]\n", "one JSON document"),
            ("[{\"title\":\"a\"}]\n", "one JSON document"),
            ("\u{FEFF}\n{\n  \"title\": \"a\"\n}\n", "one JSON document"),
            (String(repeating: "/tin/a.txt\n", count: 30), "no JSON Lines"), ("a.txt\nb.txt\n", "no JSON Lines"),
        ])
    func otherContent(text: String, reason: String) throws {
        let folder = try TemporaryFolder()
        let reading = Reading([try folder.write("a.jsonl", text)])
        #expect(reading.articles.isEmpty)
        #expect(reading.failures.count == 1 && reading.failures.first?.reason.contains(reason) == true)
    }

    @Test("Bad lines at the beginning of JSON Lines are failures of their own, and the rest is read")
    func badBeginning() throws {
        let bad = ["title,body", "x", "{\"title\":", "x"]
        let text = (bad + ["{\"title\":\"a\"}"] + bad).joined(separator: "\n")
        let folder = try TemporaryFolder()
        let reading = Reading([try folder.write("a.jsonl", text)])
        #expect(reading.articles.map(\.title) == ["a"])
        #expect(reading.failures.map(\.line) == [0, 1, 2, 3, 5, 6, 7, 8])
    }

    @Test("What an editor leaves beside a file, an index and a backup are passed over")
    func passedOver() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.txt", "Hội\n\nVui.\n")
        for name in ["a.txt~", "#a.txt#", ".a.txt.swp", "copy/CURRENT", "copy/generation-000001/live/iamglass"] {
            try folder.write(name, "Hội\n\nVui.\n")
        }
        let kept = try ["archive/CURRENT", "~"].map { try folder.write($0, "Hội\n\nVui.\n") }
        let reading = Reading([folder.path])
        #expect(reading.articles.map { $0.location?.path } == [path] + kept)
        #expect(reading.failures.isEmpty)
    }

    @Test("A PDF and Rich Text are told by name, also where their first bytes are text")
    func binaryKinds() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "%PDF-1.4\n1 0 obj\n")
        try folder.write("b.txt", "{\\rtf1\\ansi Hội}")
        #expect(Reading([folder.path]).failures.map { String($0.reason.prefix(10)) } == ["is a PDF: ", "is Rich Te"])
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
