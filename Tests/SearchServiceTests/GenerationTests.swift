import Foundation
import IndexStorage
import SearchProtocol
import SearchService
import Synchronization
import Testing

@Suite("Compacting, rebuilding, copying and restoring through the service")
struct GenerationTests {
    private let home: ServiceHome
    private var copy: String { home.folder.path + "/copy" }

    init() async throws {
        home = try ServiceHome()
        try await home.index(#"{"id": "a", "body": "Một"}"#, #"{"id": "b", "body": "Hai"}"#)
    }

    @Test("Each operation works while many runs index, and no run loses an article")
    func besideRuns() async throws {
        let copy = copy
        try await withThrowingTaskGroup(of: Void.self) { group in
            for run in 0..<24 {
                group.addTask { [home] in
                    try await home.index("{\"id\": \"\(run)\", \"body\": \"số \(run)\"}")
                    #expect(try await home.service.article(ArticleParams(id: "\(run)")).body == "số \(run)")
                }
                guard run % 6 == 0 else { continue }
                group.addTask { [home] in
                    let compacted = try await home.service.compact()
                    let rebuilt = try await home.service.rebuild()
                    let copied = try await home.service.backUp(to: "\(copy)\(run)")
                    #expect(compacted.articles >= 2 && rebuilt.lost == 0 && copied.articles >= 2)
                }
            }
            try await group.waitForAll()
        }
        let status = try await home.service.status()
        #expect(status.articles == 26)
        #expect(status.generation == 9)
        #expect(status.indexing == IndexingStatus(.idle))
        let after = try await home.other().index(objects: [])
        #expect(after.added == 0, "the write lock is free again")
    }

    @Test("A backup during a long run holds the articles of one moment, and the run continues")
    func backupDuringRun() async throws {
        let text = String(repeating: "công nghệ thông tin ", count: 200)
        let lines = (0..<2_000).map { "{\"id\": \"n\($0)\", \"body\": \"số \($0) \(text)\"}" }
        let file = home.folder.appendingPathComponent("many.jsonl")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        let hasBegun = Mutex(false)
        async let run = home.service.index(paths: [file.path]) { _ in hasBegun.withLock { $0 = true } }
        while !hasBegun.withLock({ $0 }) { await Task.yield() }
        let result = try await home.service.backUp(to: copy)
        #expect(result.path == copy)
        #expect(try await run.added == 2_000)
        let other = ArticleService(folder: IndexFolder(path: copy))
        let status = try await other.status()
        #expect((status.articles, status.revision) == (result.articles, result.revision))
        #expect(status.articles > 2 && status.articles < 2_002, "some of the run")
        // One writer, one order: the articles in the index are the beginning of the file.
        for number in [0, status.articles - 3] {
            #expect(try await other.article(ArticleParams(id: "n\(number)")).body.hasPrefix("số \(number) "))
        }
    }

    @Test("Restoring a backup discards what was indexed since")
    func restore() async throws {
        #expect(try await home.service.backUp(to: copy).articles == 2)
        try await home.index(#"{"id": "c", "body": "Ba"}"#)
        let taken = try await refusal { try await home.service.backUp(to: copy) }
        #expect(taken?.known == .invalidParams)
        #expect(taken?.message.contains("not an empty folder") == true)
        let restored = try await home.service.restore(from: copy)
        #expect((restored.articles, restored.path) == (2, home.service.folder.path))
        #expect(try await home.service.status().articles == 2)
        let none = try await refusal { try await home.service.restore(from: home.folder.path + "/none") }
        #expect(none?.known == .invalidParams)
    }

    @Test("Idle readers close the old files, which frees their disk space")
    func letsGo() async throws {
        let service = ArticleService(
            folder: home.service.folder, options: ServiceOptions(readers: 3, limits: Limits(deadlineMs: 600_000)))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try await service.search(SearchParams(query: "một")) } }
            try await group.waitForAll()
        }
        #expect(openFiles(below: "generation-000001") > 0)
        _ = try await service.compact()
        #expect(openFiles(below: "generation-000001") == 0)
        _ = try await service.search(SearchParams(query: "một"))
        _ = try await service.rebuild()
        #expect(openFiles(below: "generation-000002") == 0)
    }

    /// The number of descriptors of this process that are open on files of a generation, deleted or not.
    private func openFiles(below generation: String) -> Int {
        let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return descriptors.count { descriptor in
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + descriptor)
            return target?.hasPrefix(home.service.folder.path + "/" + generation) ?? false
        }
    }

    @Test("Compacting, rebuilding or copying a missing index fails, and creates none")
    func missing() async throws {
        let service = ArticleService(folder: IndexFolder(path: home.folder.path + "/none"))
        let errors = [
            try await refusal { try await service.compact() }, try await refusal { try await service.rebuild() },
            try await refusal { try await service.backUp(to: copy) },
        ]
        #expect(errors.map { $0?.known } == [.indexUnusable, .indexUnusable, .indexUnusable])
        #expect(try FileManager.default.contentsOfDirectory(atPath: service.folder.path) == ["writer.lock"])
        #expect(!FileManager.default.fileExists(atPath: copy))
    }
}
