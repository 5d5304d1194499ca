import Foundation
import IndexStorage
import JSON
import SearchProtocol
import Testing

@testable import SearchService

@Suite("Articles whose files are gone")
struct MissingFilesTests {
    private let home: ServiceHome
    private let folder: String

    init() throws {
        home = try ServiceHome()
        folder = home.folder.path + "/kho"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func write(_ names: String...) throws {
        for name in names {
            let file = URL(filePath: folder + "/" + name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("Phiên chợ\n\nBài \(name).\n".utf8).write(to: file)
        }
    }

    private func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: folder + "/" + name) }

    private func move(_ name: String, _ other: String) throws {
        try FileManager.default.moveItem(atPath: folder + "/" + name, toPath: folder + "/" + other)
    }

    @discardableResult
    private func index(_ names: String..., keepsMissing: Bool = false) async throws -> IndexResult {
        let paths = names.map { $0.isEmpty ? folder : folder + "/" + $0 }
        return try await home.service.index(paths: paths, keepsMissing: keepsMissing)
    }

    private func found() async throws -> [String] {
        let hits = try await home.service.search(SearchParams(query: "\"phiên chợ\"", limit: 100)).hits
        return hits.map { ($0.path ?? $0.id).replacing(folder + "/", with: "") }.sorted()
    }

    @Test("A file that was moved is one article at its new place, and one that was deleted is none")
    func movedAndDeleted() async throws {
        try write("a.txt", "b.txt", "c/d.txt")
        try await index("")
        try write("mới/x.txt")
        try move("a.txt", "mới/a.txt")
        try remove("b.txt")
        try move("c", "e")
        let result = try await index("")
        #expect((result.added, result.unchanged, result.removed) == (3, 0, 3))
        #expect(try await found() == ["e/d.txt", "mới/a.txt", "mới/x.txt"])
        #expect(try await index("").removed == 0)
    }

    @Test("A folder whose files were all deleted has no articles")
    func emptied() async throws {
        try write("a.txt", "b/c.txt")
        try await index("")
        try remove("a.txt")
        try remove("b/c.txt")
        #expect(try await index("").removed == 2)
        #expect(try await found().isEmpty)
    }

    @Test("Articles stay where that is asked for, in files too")
    func keeping() async throws {
        try write("a.txt")
        let lines = ["1", "2"].map { "{\"id\": \"\($0)\", \"title\": \"phiên chợ \($0)\"}" }
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: folder + "/r.jsonl"))
        try await index("")
        try remove("a.txt")
        try Data(lines[0].utf8).write(to: URL(filePath: folder + "/r.jsonl"))
        #expect(try await index("", keepsMissing: true).removed == 0)
        #expect(try await found().count == 3)
        #expect(try await index("").removed == 2)
        #expect(try await found().count == 1)
    }

    @Test("What came from elsewhere stays, and what the walk leaves out while it exists")
    func elsewhere() async throws {
        try write("a.txt", "b/c.txt", ".ẩn/d.txt", "b2/e.txt")
        try await home.index(#"{"id": "piped", "title": "phiên chợ"}"#)
        try await index("a.txt", "b", ".ẩn/d.txt", "b2/e.txt")
        try remove("b/c.txt")
        try write("b/f.txt")
        #expect(try await index("b").removed == 1)
        #expect(try await index("").removed == 0)
        try remove(".ẩn/d.txt")
        #expect(try await index("").removed == 1)
        #expect(try await found() == ["a.txt", "b/f.txt", "b2/e.txt", "piped"])
    }

    @Test("Nothing is taken out where the folder is missing or part of it cannot be read")
    func partial() async throws {
        try write("a/b.txt", "a/c/d.txt")
        try await index("a")
        try move("a", "elsewhere")
        let missing = try await index("a")
        #expect(missing.removed == 0 && missing.failed.map(\.path) == [folder + "/a"])
        try move("elsewhere", "a")
        try remove("a/b.txt")
        #expect(try await index("a", "a/none").removed == 0)
        #expect(try await found() == ["a/b.txt", "a/c/d.txt"])
        #expect(try await index("a").removed == 1)
    }

    @Test("A file that exists and cannot be read any more keeps its article, and the others are looked at")
    func unreadable() async throws {
        try write("a.txt", "b.txt", "c.txt")
        try await index("")
        try Data([0x61, 0, 0x62]).write(to: URL(filePath: folder + "/a.txt"))
        try Data().write(to: URL(filePath: folder + "/b.txt"))
        try remove("c.txt")
        let result = try await index("")
        #expect(result.removed == 1 && result.failed.count == 2)
        #expect(try await found() == ["a.txt", "b.txt"])
    }

    @Test("An empty folder keeps its articles where it may be a mount point, and the failure says so")
    func mountPoint() async throws {
        try write("a.txt", "đĩa/b.txt")
        try await index("")
        // As if the disk had been mounted when its files were met.
        var record = WalkRecord(of: home.service.folder)
        #expect(record.folders == [WalkRecord.Folder(path: folder, mountPoints: [])])
        record = try WalkRecord(
            json: JSONValue(
                parsing: Array(
                    "{\"folders\": [{\"path\": \"\(folder)\", \"mountPoints\": [\"\(folder)/đĩa\"]}]}".utf8)))
        #expect(record.write(to: home.service.folder))
        try remove("đĩa/b.txt")
        for _ in 0..<2 {
            let result = try await index("")
            #expect(result.removed == 0 && result.failed.map(\.path) == [folder + "/đĩa"])
            #expect(result.failed.first?.reason.contains("not mounted") == true)
        }
        try remove("đĩa")
        #expect(try await index("").removed == 0, "the mount point may have gone with its disk")
        try write("đĩa/c.txt")
        #expect(try await index("").removed == 1)
        #expect(try await found() == ["a.txt", "đĩa/c.txt"])
        #expect(WalkRecord(of: home.service.folder).folders.first?.mountPoints == [])
    }

    @Test("The files that record walks and failures have the permissions of the index folder")
    func permissions() async throws {
        let storage = home.service.folder
        try storage.create()
        #expect(chmod(storage.path, 0o750) == 0)
        try write("a.txt")
        try Data().write(to: URL(filePath: folder + "/b.txt"))
        #expect(try await index("").failed.count == 1)
        for path in [storage.walksPath, storage.failuresPath] {
            var status = stat()
            #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640, "\(path)")
        }
    }

    @Test("An empty folder of which nothing is known keeps its articles")
    func unknown() async throws {
        try write("a.txt")
        try await index("a.txt")
        try remove("a.txt")
        let result = try await index("")
        #expect(result.removed == 0 && result.failed.map(\.path) == [folder])
        try write("b.txt")
        #expect(try await index("").removed == 1)
    }

    @Test("A file has one article under every name that leads to it, which it can be removed by")
    func names() async throws {
        try write("a/b.txt")
        try FileManager.default.createSymbolicLink(atPath: folder + "/l", withDestinationPath: folder + "/a")
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/l.txt", withDestinationPath: folder + "/a/b.txt")
        #expect(try await index("l").added == 1)
        #expect(try await index("a").unchanged == 1)
        #expect(try await index("l.txt").unchanged == 1)
        #expect(try await index("").unchanged == 1)
        #expect(try await found() == ["a/b.txt"])
        #expect(try await home.service.remove(RemoveParams(paths: [folder + "/l/b.txt"])).removed == 1)
    }
}
