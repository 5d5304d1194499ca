import ArticleModel
import IndexSamples
import Synchronization
import Testing
import Xapian

@testable import SearchEngine

@Suite("The pool of readers")
struct ReaderPoolTests {
    /// A pool of one reader, which is in use until the gate is opened.
    private struct BusyPool {
        let index: SampleIndex
        let pool: ReaderPool
        let gate = AsyncStream.makeStream(of: Void.self)
        private let holding: Task<Void, any Error>

        init(queueLimit: Int = 10) async throws {
            let index = try await SampleIndex([Article(id: "1", title: "thành ủy")])
            self.index = index
            let pool = ReaderPool(folder: index.folder, count: 1, queueLimit: queueLimit)
            self.pool = pool
            let opened = gate.stream
            holding = Task { try await pool.withReader { _ in for await _ in opened {} } }
            while pool.load.running == 0 { await Task.yield() }
        }

        /// Releases the reader, and waits until no request is left.
        func open() async throws {
            gate.continuation.finish()
            try await holding.value
        }

        /// A request that waits.
        func waiting(_ stop: MatchGuard = MatchGuard()) async -> Task<Int, any Error> {
            let before = pool.load.waiting
            let task = Task { try await pool.withReader(stop: stop) { try await $0.statistics(stop: stop).articles } }
            while pool.load.waiting == before { await Task.yield() }
            return task
        }
    }

    /// The highest number noted by any task.
    private final class Highest: Sendable {
        private let number = Mutex(0)

        var value: Int { number.withLock { $0 } }

        func note(_ other: Int) { number.withLock { $0 = max($0, other) } }
    }

    private func error(of task: Task<Int, any Error>) async -> SearchError? {
        do {
            _ = try await task.value
            return nil
        } catch { return error as? SearchError }
    }

    @Test("A cancelled request leaves the queue although no reader is free")
    func cancelling() async throws {
        let busy = try await BusyPool()
        let (first, second) = (await busy.waiting(), await busy.waiting())
        first.cancel()
        #expect(await error(of: first) == .cancelled)
        #expect(busy.pool.load == ReaderLoad(readers: 2, running: 1, waiting: 1))
        try await busy.open()
        #expect(try await second.value == 1)
    }

    @Test("A request whose deadline passes leaves the queue although no reader is free")
    func deadline() async throws {
        let busy = try await BusyPool()
        let task = await busy.waiting(MatchGuard(limit: .milliseconds(20)))
        #expect(await error(of: task) == .deadlinePassed)
        #expect(busy.pool.load.waiting == 0)
        try await busy.open()
    }

    @Test("A request that was cancelled before it started does not wait")
    func cancelledBefore() async throws {
        let busy = try await BusyPool()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await busy.pool.withReader { _ in 1 }
        }
        task.cancel()
        #expect(await error(of: task) == .cancelled)
        try await busy.open()
    }

    @Test("A request beyond the queue's limit fails as busy at once")
    func bound() async throws {
        let busy = try await BusyPool(queueLimit: 1)
        let waiting = await busy.waiting()
        let refused = Task { try await busy.pool.withReader { _ in 1 } }
        #expect(await error(of: refused) == .busy(waiting: 1))
        try await busy.open()
        #expect(try await waiting.value == 1)
    }

    @Test("Lookups overtake running and waiting searches")
    func lookups() async throws {
        let busy = try await BusyPool()
        let waiting = await busy.waiting()
        let articles = try await busy.pool.withReader(as: .lookup) { try await $0.statistics().articles }
        #expect(articles == 1)
        #expect(busy.pool.load.waiting == 1)
        try await busy.open()
        #expect(try await waiting.value == 1)
    }

    @Test("A search-as-you-type ends when a newer one of its connection arrives")
    func superseding() async throws {
        let index = try await SampleIndex([Article(id: "1", title: "thành ủy")])
        let pool = ReaderPool(folder: index.folder, count: 1)
        let isRunning = Mutex(false)
        let older: Task<Int, any Error> = Task {
            let stop = MatchGuard()
            return try await pool.withReader(
                for: RequestOrigin(connection: 3, number: 1), as: .typing(.search), stop: stop
            ) { reader in
                isRunning.withLock { $0 = true }
                let request = SearchRequest(query: "thanh", today: sampleToday)
                while true { _ = try await reader.search(request, stop: stop) }
            }
        }
        while !isRunning.withLock({ $0 }) { await Task.yield() }
        let newer = try await pool.withReader(for: RequestOrigin(connection: 3, number: 2), as: .typing(.search)) { _ in
            2
        }
        #expect(newer == 2)
        #expect(await error(of: older) == .superseded)
    }

    @Test("Many requests of one connection delay another connection by one turn")
    func fairness() async throws {
        let busy = try await BusyPool(queueLimit: 100)
        let order = Order()
        var tasks: [Task<Void, any Error>] = []
        for (number, connection) in (Array(repeating: 1, count: 20) + [2, 2, 3]).enumerated() {
            let before = busy.pool.load.waiting
            tasks.append(
                Task {
                    let origin = RequestOrigin(connection: connection, number: number)
                    try await busy.pool.withReader(for: origin) { _ in order.note(connection) }
                })
            while busy.pool.load.waiting == before { await Task.yield() }
        }
        try await busy.open()
        for task in tasks { try await task.value }
        #expect(Array(order.all.prefix(6)) == [1, 2, 3, 1, 2, 1])
        #expect(order.all.count == 23)
    }

    /// The connections whose requests ran, in order.
    private final class Order: Sendable {
        private let connections = Mutex<[Int]>([])

        var all: [Int] { connections.withLock { $0 } }

        func note(_ connection: Int) { connections.withLock { $0.append(connection) } }
    }

    @Test("Each reader is lent to one request at a time, and is returned if the work fails")
    func lending() async throws {
        let index = try await SampleIndex([Article(id: "1", title: "thành ủy")])
        let pool = ReaderPool(folder: index.folder, count: 2)
        let request = SearchRequest(query: "thanh", today: sampleToday)
        let most = Highest()
        try await withThrowingTaskGroup { group in
            for number in 0..<50 {
                group.addTask {
                    do {
                        try await pool.withReader(for: RequestOrigin(connection: number % 7, number: number)) {
                            reader in
                            most.note(pool.load.running)
                            #expect(try await reader.search(request).hits.count == 1)
                            if number % 5 == 0 { throw SearchError.unknownArticle(id: "") }
                        }
                    } catch SearchError.unknownArticle {
                        return
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect((1...2).contains(most.value))
        #expect(pool.load == ReaderLoad(readers: 3, running: 0, waiting: 0))
    }
}
