import ArticleIndex
import Foundation
import SearchProtocol
import SearchService
import Synchronization
import Testing

@Suite("Indexing through the service")
struct IndexingTests {
    @Test("Objects are added, updated and left alone; a bad one is named by its position")
    func objects() async throws {
        let home = try ServiceHome()
        let first = #"{"id": "a", "body": "Một"}"#
        #expect(try await home.index(first, #"{"id": "b", "body": "Hai"}"#).added == 2)
        let again = try await home.index(first, #"{"id": "b", "body": "Hai mươi"}"#, #"{"id": "c"}"#)
        #expect((again.added, again.updated, again.unchanged) == (0, 1, 1))
        #expect(again.failed.map(\.line) == [2])
        #expect(try await home.service.status().articles == 2)
    }

    @Test("Many articles of many files come in whole, in several batches, with progress up to all the bytes")
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

    @Test("A cancelled run ends, keeps what it had applied and gives the write lock back")
    func cancelled() async throws {
        let home = try ServiceHome()
        let text = String(repeating: "công nghệ thông tin ", count: 200)
        let lines = (0..<3_000).map { "{\"id\": \"\($0)\", \"body\": \"số \($0) \(text)\"}" }
        let file = home.folder.appendingPathComponent("many.jsonl")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        let hasBegun = Mutex(false)
        let task = Task {
            try await home.service.index(paths: [file.path]) { _ in hasBegun.withLock { $0 = true } }
        }
        while !hasBegun.withLock({ $0 }) { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        let kept = try await home.service.status().articles
        #expect(kept > 0 && kept < 3_000)
        let rest = try await home.other().index(paths: [file.path])
        #expect(rest.unchanged == kept)
        #expect(rest.added == 3_000 - kept)
    }

    @Test("Whoever finds the write lock taken waits, and is told by whom")
    func waits() async throws {
        let home = try ServiceHome()
        try await home.index(#"{"id": "a", "body": "Một"}"#)
        let file = home.folder.appendingPathComponent("b.jsonl")
        try Data(#"{"id": "b", "body": "Hai"}"#.utf8).write(to: file)
        let writer = try ArticleWriter(folder: home.service.folder, purpose: "a long job")
        let holder = Mutex<String?>(nil)
        let task = Task {
            try await home.service.index(paths: [file.path]) { step in
                if let name = step.waitsFor { holder.withLock { $0 = name } }
            }
        }
        while holder.withLock({ $0 }) == nil { await Task.yield() }
        #expect(holder.withLock { $0 }?.contains("a long job") == true)
        try await writer.close()
        #expect(try await task.value.added == 1)
    }

    @Test("Many runs at once share the writer and lose nothing")
    func atOnce() async throws {
        let home = try ServiceHome()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for run in 0..<20 {
                group.addTask {
                    try await home.index("{\"id\": \"\(run)\", \"body\": \"số \(run)\"}").added
                }
            }
            let added = try await group.reduce(0, +)
            #expect(added == 20)
        }
        #expect(try await home.service.status().articles == 20)
        let after = try await home.other().index(objects: [])
        #expect(after.added == 0, "the write lock is free again")
    }

    @Test("Removing by id and by folder says what was not there, and makes no index")
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
}
