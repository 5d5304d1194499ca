import Foundation
import Indexing
import JSON
import SearchProtocol
import SearchService
import Synchronization
import Testing

@Suite("Runs that share the writer, wait for it or are cancelled")
struct SharingTests {
    @Test("A cancelled run ends, keeps what it had applied and releases the write lock")
    func cancelled() async throws {
        let home = try ServiceHome()
        let text = String(repeating: "công nghệ thông tin ", count: 200)
        let lines = (0..<3_000).map { "{\"id\": \"\($0)\", \"body\": \"số \($0) \(text)\"}" }
        let file = home.folder.appendingPathComponent("many.jsonl")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        let hasBegun = Mutex(false)
        let isCancelled = DispatchSemaphore(value: 0)
        let task = Task {
            try await home.service.index(paths: [file.path]) { _ in
                let isFirst = hasBegun.withLock { hasBegun in
                    defer { hasBegun = true }
                    return !hasBegun
                }
                // However slow the test is, the run is cancelled after its first batch.
                if isFirst { isCancelled.wait() }
            }
        }
        while !hasBegun.withLock({ $0 }) { await Task.yield() }
        task.cancel()
        isCancelled.signal()
        let error = try #require(try await refusal { try await task.value })
        let kept = try await home.service.status().articles
        #expect(error.resultBeforeCancelling?.added == kept)
        #expect(kept > 0 && kept < 3_000)
        let rest = try await home.other().index(paths: [file.path])
        #expect(rest.unchanged == kept)
        #expect(rest.added == 3_000 - kept)
    }

    @Test("A run that finds the write lock taken waits, and learns its owner")
    func waits() async throws {
        let home = try ServiceHome()
        try await home.index(#"{"id": "a", "body": "Một"}"#)
        let file = home.folder.appendingPathComponent("b.jsonl")
        try Data(#"{"id": "b", "body": "Hai"}"#.utf8).write(to: file)
        let writer = try await ArticleWriter(folder: home.service.folder, purpose: "a long job")
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

    @Test("Many concurrent runs share the writer and lose no article")
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

    @Test("A run whose reading is far ahead of the writer ends when it is cancelled, repeatedly")
    func cancelledOften() async throws {
        let home = try ServiceHome()
        let lines = (0..<4_000).map { "{\"id\": \"\($0)\", \"body\": \"số \($0)\"}" }
        let file = home.folder.appendingPathComponent("many.jsonl")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        for _ in 0..<20 {
            let task = Task { try await home.service.index(paths: [file.path]) }
            await Task.yield()
            task.cancel()
            _ = try? await task.value
        }
        let last = try await home.other().index(paths: [file.path])
        #expect(last.added + last.unchanged == 4_000)
        #expect(last.failed.isEmpty)
    }

    @Test("Cancelling one run takes nothing from another that shares the writer")
    func cancelledBeside() async throws {
        let home = try ServiceHome()
        let lines = (0..<2_000).map { "{\"id\": \"\($0)\", \"body\": \"số \($0)\"}" }
        let file = home.folder.appendingPathComponent("many.jsonl")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        for round in 0..<5 {
            let cancelled = Task { try await home.service.index(paths: [file.path]) }
            let other = Task { try await home.index("{\"id\": \"x\(round)\", \"body\": \"Một\"}") }
            cancelled.cancel()
            #expect(try await other.value.added == 1)
            _ = try? await cancelled.value
            #expect(try await home.service.article(ArticleParams(id: "x\(round)")).body == "Một")
        }
    }

    @Test("A run that waits for the write lock can be cancelled")
    func cancelledWaiting() async throws {
        let home = try ServiceHome()
        try await home.index(#"{"id": "a", "body": "Một"}"#)
        let writer = try await ArticleWriter(folder: home.service.folder, purpose: "a long job")
        let isWaiting = Mutex(false)
        let task = Task {
            try await home.service.remove(RemoveParams(ids: ["a"])) { _ in isWaiting.withLock { $0 = true } }
        }
        while !isWaiting.withLock({ $0 }) { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        try await writer.close()
        #expect(try await home.service.remove(RemoveParams(ids: ["a"])).removed == 1)
    }

    @Test("Two services take turns and lose no article")
    func twoServices() async throws {
        let home = try ServiceHome()
        let other = home.other()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for run in 0..<6 {
                group.addTask { try await home.index("{\"id\": \"a\(run)\", \"body\": \"số \(run)\"}") }
                group.addTask {
                    let object = try JSONValue(parsing: Array("{\"id\": \"b\(run)\", \"body\": \"số \(run)\"}".utf8))
                    _ = try await other.index(objects: [object])
                }
            }
            try await group.waitForAll()
        }
        #expect(try await other.status().articles == 12)
    }
}

@Suite("Runs that come in several requests")
struct RunPartTests {
    private func object(_ number: Int) throws -> JSONValue {
        try JSONValue(parsing: Array("{\"id\": \"\(number)\", \"body\": \"số \(number)\"}".utf8))
    }

    @Test("Articles are committed with the last part, or when their text reaches the commit size")
    func parts() async throws {
        var options = ServiceHome.patient
        options.betweenParts = .seconds(600)
        let home = try ServiceHome(options: options)
        try await home.index(#"{"id": "x", "body": "Một"}"#)
        let before = try await home.service.status().revision
        for number in 0..<20 {
            let part = RunPart(run: 7, isLast: false)
            #expect(try await home.service.index(objects: [object(number)], part: part).added == 1)
            #expect(try await home.service.status().revision == before)
        }
        _ = try await home.service.index(objects: [], part: RunPart(run: 7, isLast: true))
        let after = try await home.service.status()
        #expect(after.articles == 21)
        #expect(after.revision == before + 1)
        #expect(try await home.other().index(objects: [object(30)]).added == 1, "the write lock is free again")
    }

    @Test("Without a last part, the received articles are committed and the write lock is released")
    func abandoned() async throws {
        let home = try ServiceHome()
        _ = try await home.service.index(objects: [object(1)], part: RunPart(run: 7, isLast: false))
        let holder = Mutex<String?>(nil)
        let second = try await home.other().index(objects: [object(2)]) { step in
            if let name = step.waitsFor { holder.withLock { $0 = name } }
        }
        #expect(second.added == 1)
        // On a busy machine the first may have been given up before the second began.
        if let name = holder.withLock({ $0 }) { #expect(name == "tracuu index (process \(getpid()))") }
        #expect(try await home.service.status().articles == 2)
    }

    @Test("The end of another run commits during a run, and takes nothing from it")
    func beside() async throws {
        let home = try ServiceHome()
        _ = try await home.service.index(objects: [object(1)], part: RunPart(run: 7, isLast: false))
        _ = try await home.service.index(objects: [object(2)])
        #expect(try await home.service.status().articles == 2)
        _ = try await home.service.index(objects: [object(3)], part: RunPart(run: 7, isLast: true))
        #expect(try await home.service.status().articles == 3)
    }

    @Test("Concurrent parts of many runs, ended or abandoned in any order, lose no article")
    func atOnce() async throws {
        let home = try ServiceHome()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    let part = RunPart(run: number % 5, isLast: number % 7 == 0)
                    _ = try await home.service.index(objects: [object(number)], part: part)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await home.other().index(objects: [object(60)]).added == 1)
        #expect(try await home.service.status().articles == 61)
    }
}
