import Foundation
import IndexStorage
import SearchProtocol
import SearchService
import Synchronization
import Testing

@Suite("Indexing through the service")
struct IndexingTests {
    @Test("Articles are added, updated and left unchanged; an invalid one is named by its position")
    func objects() async throws {
        let home = try ServiceHome()
        let first = #"{"id": "a", "body": "Một"}"#
        #expect(try await home.index(first, #"{"id": "b", "body": "Hai"}"#).added == 2)
        let again = try await home.index(first, #"{"id": "b", "body": "Hai mươi"}"#, #"{"id": "c"}"#)
        #expect((again.added, again.updated, again.unchanged) == (0, 1, 1))
        #expect(again.failed.map(\.line) == [2])
        #expect(again.failed.map(\.path) == [nil], "an object stands in no file")
        #expect(try await home.service.status().articles == 2)
    }

    @Test("The articles of a file that was emptied stay, and the failure says so")
    func emptied() async throws {
        let home = try ServiceHome()
        let path = home.folder.path + "/a.jsonl"
        try Data(#"{"id": "a", "body": "Một"}"#.utf8).write(to: URL(fileURLWithPath: path))
        #expect(try await home.service.index(paths: [path]).added == 1)
        try Data().write(to: URL(fileURLWithPath: path))
        let again = try await home.service.index(paths: [path])
        #expect(again.removed == 0)
        #expect(again.failed.first?.reason.contains("stay") == true)
        #expect(try await home.service.status().articles == 1)
    }

    @Test("A date that cannot be read is counted and named, and the article is indexed without it")
    func unreadDates() async throws {
        let home = try ServiceHome()
        let bad = #"{"id": "b", "body": "Hai", "date": "30/02/2015"}"#
        let posted = try await home.index(#"{"id": "a", "body": "Một", "date": "2015-03-19"}"#, bad)
        #expect(posted.unreadDates == UnreadDates([UnreadDate(line: 1, value: "30/02/2015")]))
        #expect(posted.added == 2 && posted.failed.isEmpty)
        let path = home.folder.path + "/a.jsonl"
        let lines = (0..<12).map { "{\"id\": \"\($0)\", \"body\": \"Ba\", \"date\": \"hôm \($0)\"}" }
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
        for run in 0..<2 {
            let read = try await home.service.index(paths: [path])
            #expect((read.added, read.unchanged) == (run == 0 ? 12 : 0, run == 0 ? 0 : 12))
            #expect(read.unreadDates?.count == 12 && read.unreadDates?.first.count == UnreadDates.mostNamed)
            #expect(read.unreadDates?.first.first == UnreadDate(path: path, line: 0, value: "hôm 0"))
        }
        #expect(try await home.index(#"{"id": "c", "body": "Bốn"}"#).unreadDates == nil)
        #expect(try await home.service.article(ArticleParams(id: "b")).extra["date"]?.string == "30/02/2015")
    }

    @Test("All articles of many files are indexed, in several batches, with progress up to the total bytes")
    func manyBatches() async throws {
        let home = try ServiceHome()
        let text = String(repeating: "đường sắt đô thị ", count: 200)
        for file in 0..<3 {
            let lines = (0..<400).map { "{\"id\": \"\(file)-\($0)\", \"body\": \"số \($0) \(text)\"}" }
            try Data(lines.joined(separator: "\n").utf8).write(to: home.folder.appendingPathComponent("\(file).jsonl"))
        }
        let steps = Mutex<[IndexingProgress]>([])
        let result = try await home.service.index(paths: [home.folder.path]) { step in
            steps.withLock { $0.append(step) }
        }
        #expect(result.added == 1_200)
        let told = steps.withLock { $0 }
        #expect(told.count > 3)
        #expect(told.last?.articles == 1_200)
        #expect(told.last?.inputBytes == told.last?.totalBytes)
        #expect(zip(told, told.dropFirst()).allSatisfy { $0.articles <= $1.articles && $0.inputBytes <= $1.inputBytes })
        #expect(try await home.service.status().articles == 1_200)
    }

    @Test("Removing by id and by folder reports missing articles, and creates no index")
    func remove() async throws {
        let home = try ServiceHome()
        let nothing = try await refusal { try await home.service.remove(RemoveParams(ids: ["a"])) }
        #expect(nothing?.known == .indexUnusable)
        try Data(#"{"id": "b", "body": "Hai"}"#.utf8).write(to: home.folder.appendingPathComponent("b.jsonl"))
        try await home.index(#"{"id": "a", "body": "Một"}"#)
        _ = try await home.service.index(paths: [home.folder.path])
        let result = try await home.service.remove(RemoveParams(ids: ["a", "x"], paths: [home.folder.path]))
        #expect(result.removed == 2)
        #expect(result.missing == ["x"])
        #expect(try await home.service.status().articles == 0)
    }

    @Test("A path with . and slashes in it is the same path, and one with .. even if nothing exists there")
    func removePaths() async throws {
        let home = try ServiceHome()
        let folder = home.folder.path
        let names = ["a.jsonl", "sub/b.jsonl", "sub/c.jsonl"]
        try FileManager.default.createDirectory(atPath: folder + "/sub", withIntermediateDirectories: true)
        for name in names {
            try Data("{\"id\": \"\(name)\", \"body\": \"Một\"}".utf8)
                .write(to: home.folder.appendingPathComponent(name))
        }
        _ = try await home.service.index(paths: [folder + "/./"])
        try FileManager.default.removeItem(atPath: folder + "/sub")
        let paths = [folder + "//a.jsonl", folder + "/gone/../sub/b.jsonl", folder + "/sub/./"]
        let result = try await home.service.remove(RemoveParams(paths: paths))
        #expect(result == RemoveResult(removed: 3))
    }

    @Test("An index that cannot be created gives the protocol's error, with the folder")
    func unwritable() async throws {
        let home = try ServiceHome()
        let file = home.folder.path + "/file"
        try Data().write(to: URL(fileURLWithPath: file))
        let service = ArticleService(folder: IndexFolder(path: file + "/index"), options: ServiceHome.patient)
        let error = try await refusal { try await service.index(objects: []) }
        #expect(error?.known == .indexUnusable)
        #expect(error?.message.contains(file) == true)
    }
}
