import Foundation
import IndexStorage
import JSON
import SearchProtocol
import SearchService
import Seeding
import Testing

@Suite(
    "A full disk",
    .enabled(if: SmallDisk.isPossible, "a small tmpfs needs CAP_SYS_ADMIN: run as root, or `unshare -rm swift test`"))
struct FullDiskTests {
    private let disk: SmallDisk
    private let service: ArticleService

    init() throws {
        disk = try SmallDisk(kibibytes: 16 << 10)
        service = ArticleService(
            folder: IndexFolder(path: disk.path + "/index"),
            options: ServiceOptions(limits: ServiceHome.patient.limits, commitBytes: 65_536))
    }

    private func index(_ numbers: Range<Int>) async throws -> IndexResult {
        let text = String(repeating: "công nghệ thông tin ", count: 100)
        return try await service.index(
            objects: numbers.map {
                try JSONValue(parsing: Array("{\"id\": \"\($0)\", \"body\": \"số \($0) \(text)\"}".utf8))
            })
    }

    @Test("Indexing on a full disk ends with a status, commits stay searchable, and it continues after space is freed")
    func indexing() async throws {
        #expect(try await index(0..<100).added == 100)
        try disk.fill()
        let error = try await refusal { try await index(100..<4_000) }
        #expect(error?.known == .indexUnusable)
        #expect(error?.message.contains("is full") == true, "\(error?.message ?? "none")")
        let status = try await service.status()
        #expect(status.articles >= 100)
        #expect(status.indexing?.state == .stopped)
        #expect(status.indexing?.reason?.contains("is full") == true)
        #expect(try await service.search(SearchParams(query: "\"số 99\"")).hits.map(\.id) == ["99"])
        for number in 0..<100 { #expect(try await service.article(ArticleParams(id: "\(number)")).id == "\(number)") }
        // Again without space, and then with it: the same service continues.
        _ = try await refusal { try await index(100..<4_000) }
        #expect(try await service.status().indexing?.state == .stopped)
        try disk.makeRoom()
        let rest = try await index(100..<500)
        #expect(rest.added + rest.unchanged == 400)
        #expect(try await service.status().indexing == IndexingStatus(.idle))
        #expect(try await service.status().articles >= 500)
    }

    @Test("Runs that share the writer all get the error, and the next run gets a working writer")
    func sharing() async throws {
        _ = try await index(0..<100)
        try disk.fill()
        let kept = try await withThrowingTaskGroup(of: Int.self) { group in
            for run in 0..<8 {
                group.addTask {
                    // What was answered as indexed is kept, whichever run failed.
                    do { return try await index(1_000 * (run + 1)..<1_000 * (run + 1) + 400).added } catch { return 0 }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(try await service.status().articles >= 100 + kept)
        try disk.makeRoom()
        #expect(try await index(9_000..<9_100).added == 100)
    }

    @Test("Compacting, rebuilding and copying leave the index unchanged, and no other files")
    func generations() async throws {
        _ = try await index(0..<600)
        let before = try await service.status()
        try disk.fill(leaving: 64)
        let errors = [
            try await refusal { try await service.compact() }, try await refusal { try await service.rebuild() },
            try await refusal { try await service.backUp(to: disk.path + "/copy") },
        ]
        for error in errors { #expect(error?.message.contains("is full") == true, "\(error.debugDescription)") }
        let after = try await service.status()
        #expect((after.articles, after.revision, after.generation) == (before.articles, before.revision, 1))
        #expect(after.bytes == before.bytes)
        let names = try FileManager.default.contentsOfDirectory(atPath: service.folder.path).filter {
            $0 != "readers.lock"
        }.sorted()
        #expect(names == ["CURRENT", "generation-000001", "writer.lock"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).sorted() == ["ballast", "index"])
        try disk.makeRoom()
        #expect(try await service.rebuild() == RebuildResult(articles: 600, lost: 0))
        #expect(try await service.compact().articles == 600)
    }

    @Test("An index that cannot be created on a full disk is created after space is freed")
    func first() async throws {
        try disk.fill()
        #expect(try await refusal { try await index(0..<10) }?.message.contains("is full") == true)
        try disk.makeRoom()
        #expect(try await index(0..<10).added == 10)
        #expect(try await service.status().generation == 1)
    }

    @Test(
        "A load without disk space for its files leaves nothing behind, and succeeds after space is freed",
        arguments: [40, 400, 1_200, 2_400])
    func loading(kibibytes: Int) async throws {
        var options = ServiceHome.patient
        options.loadBytes = 1_024
        let loader = ArticleService(folder: IndexFolder(path: disk.path + "/loaded"), options: options)
        var generator = SeededGenerator(seed: 11)
        // Words that compress badly, so that every file of the load needs space.
        let objects = try (0..<2_000).map { number in
            let words = (0..<60).map { _ in "từ\(Int.random(in: 0..<100_000, using: &generator))" }
            let text = words.joined(separator: " ")
            return try JSONValue(parsing: Array("{\"id\": \"\(number)\", \"body\": \"\(text)\"}".utf8))
        }
        try disk.fill(leaving: kibibytes)
        let error = try await refusal { try await loader.index(objects: objects) }
        #expect(error?.message.contains("is full") == true, "\(error?.message ?? "none")")
        let left = FileManager.default.enumerator(atPath: disk.path + "/loaded")?.compactMap { $0 as? String } ?? []
        #expect(!left.contains { $0.contains("loading") || $0.contains("sealed/") }, "\(left)")
        try disk.makeRoom()
        #expect(try await loader.index(objects: objects).added == 2_000)
        #expect(try await loader.status().articles == 2_000)
        for id in ["0", "999", "1999"] {
            #expect(try await loader.search(SearchParams(query: "id:\(id)")).hits.map(\.id) == [id])
        }
    }
}
