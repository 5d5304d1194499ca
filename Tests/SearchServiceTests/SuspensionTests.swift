import Foundation
import Indexing
import SearchProtocol
import SearchService
import Synchronization
import Testing

@Suite("Suspending and resuming")
struct SuspensionTests {
    private let home: ServiceHome

    init() async throws {
        home = try ServiceHome()
        try await home.index(#"{"id": "a", "body": "Một"}"#)
    }

    @Test("During suspension every process's writes fail as busy at once; searches and backups go on")
    func suspended() async throws {
        #expect(try await home.service.suspend() == SuspensionResult(isSuspended: true, hasChanged: true))
        #expect(try await home.service.suspend() == SuspensionResult(isSuspended: true, hasChanged: false))
        for service in [home.service, home.other()] {
            let errors = [
                try await refusal { try await service.index(objects: []) },
                try await refusal { try await service.index(paths: [home.folder.path]) },
                try await refusal { try await service.remove(RemoveParams(ids: ["a"])) },
                try await refusal { try await service.compact() }, try await refusal { try await service.rebuild() },
                try await refusal { try await service.restore(from: home.folder.path) },
            ]
            for error in errors {
                #expect(error?.known == .busy)
                #expect(error?.message.contains("suspended") == true)
                #expect(error?.message.contains("tracuu resume") == true)
            }
            let status = try await service.status()
            #expect(status.articles == 1)
            #expect(status.indexing?.state == .suspended)
            #expect(try await service.search(SearchParams(query: "một")).hits.map(\.id) == ["a"])
        }
        #expect(try await home.service.backUp(to: home.folder.path + "/copy").articles == 1)
        #expect(try home.other().resume() == SuspensionResult(isSuspended: false, hasChanged: true))
        #expect(try home.service.resume() == SuspensionResult(isSuspended: false, hasChanged: false))
        #expect(try await home.index(#"{"id": "b", "body": "Hai"}"#).added == 1)
        #expect(try await home.service.status().indexing == IndexingStatus(.idle))
    }

    @Test(
        "A run in progress ends and keeps what it has, and no writes follow the answer to suspend",
        arguments: [false, true])
    func running(isOtherProcess: Bool) async throws {
        let text = String(repeating: "công nghệ thông tin ", count: 200)
        let lines = (0..<3_000).map { "{\"id\": \"\($0)\", \"body\": \"số \($0) \(text)\"}" }
        let file = home.folder.appendingPathComponent("many.jsonl")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        let hasBegun = Mutex(false)
        let writing = isOtherProcess ? home.other() : home.service
        let run = Task {
            try await refusal {
                try await writing.index(paths: [file.path]) { _ in hasBegun.withLock { $0 = true } }
            }
        }
        while !hasBegun.withLock({ $0 }) { await Task.yield() }
        _ = try await home.service.suspend()
        let kept = try await home.service.status()
        #expect(try await run.value?.known == .busy)
        let after = try await home.service.status()
        #expect((after.articles, after.revision) == (kept.articles, kept.revision))
        #expect(kept.articles > 1 && kept.articles < 3_001)
        _ = try home.service.resume()
        let rest = try await home.service.index(paths: [file.path])
        #expect((rest.unchanged, rest.added) == (kept.articles - 1, 3_001 - kept.articles))
    }

    @Test("A run that waits for the write lock is answered at once when writing is suspended")
    func waiting() async throws {
        let writer = try await ArticleWriter(folder: home.service.folder, purpose: "a long job")
        let isWaiting = Mutex(false)
        let run = Task {
            try await refusal {
                try await home.service.remove(RemoveParams(ids: ["a"])) { _ in isWaiting.withLock { $0 = true } }
            }
        }
        while !isWaiting.withLock({ $0 }) { await Task.yield() }
        _ = try home.service.folder.suspend()
        #expect(try await run.value?.known == .busy)
        try await writer.close()
    }
}
