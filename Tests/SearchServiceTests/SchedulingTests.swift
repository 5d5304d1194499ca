import SearchProtocol
import Testing

@testable import SearchEngine
@testable import SearchService

@Suite("Requests of several connections")
struct SchedulingTests {
    /// A service whose one reader is held until the gate is opened.
    private struct HeldHome {
        let home: ServiceHome
        let gate = AsyncStream.makeStream(of: Void.self)
        private let holding: Task<Void, any Error>

        init(queue: Int = 100) async throws {
            let home = try ServiceHome(
                options: ServiceOptions(limits: Limits(deadlineMs: 600_000, queuedRequests: queue)))
            self.home = home
            try await home.index(#"{"id": "a", "title": "Hà Nội", "body": "Thành ủy họp"}"#)
            let opened = gate.stream
            holding = Task { try await home.service.readers.withReader { _ in for await _ in opened {} } }
            while home.service.readers.load.running == 0 { await Task.yield() }
        }

        func open() async throws {
            gate.continuation.finish()
            try await holding.value
        }

        /// Starts a search and waits until the search itself waits.
        func search(of connection: Int, number: Int) async -> Task<Int, any Error> {
            let before = home.service.readers.load.waiting
            let task = Task {
                try await home.service.search(
                    SearchParams(query: "thanh uy"), from: RequestOrigin(connection: connection, number: number)
                ).hits.count
            }
            while home.service.readers.load.waiting == before { await Task.yield() }
            return task
        }
    }

    @Test("A request over the queue's limit gets -32004, with one line that names the setting")
    func bound() async throws {
        let held = try await HeldHome(queue: 2)
        let waiting = [await held.search(of: 1, number: 1), await held.search(of: 1, number: 2)]
        let refused = try await refusal {
            try await held.home.service.search(
                SearchParams(query: "thanh"), from: RequestOrigin(connection: 1, number: 3))
        }
        #expect(refused?.known == .busy)
        #expect(refused?.message.contains("limits.queue") ?? false)
        #expect(!(refused?.message.contains("\n") ?? true))
        try await held.open()
        for task in waiting { #expect(try await task.value == 1) }
    }

    @Test("Status and articles are answered while searches wait, and status counts those")
    func status() async throws {
        let held = try await HeldHome()
        var waiting: [Task<Int, any Error>] = []
        for number in 1...3 { waiting.append(await held.search(of: 1, number: number)) }
        let status = try await held.home.service.status()
        #expect(status.queue == QueueSummary(readers: 2, running: 1, waiting: 3))
        #expect(try await held.home.service.article(ArticleParams(id: "a")).title == "Hà Nội")
        try await held.open()
        for task in waiting { #expect(try await task.value == 1) }
    }

    @Test("A deadline includes the time in the queue")
    func deadline() async throws {
        let held = try await HeldHome()
        let refused = try await refusal {
            try await held.home.service.search(SearchParams(query: "thanh", deadlineMs: 10))
        }
        #expect(refused?.known == .deadlinePassed)
        try await held.open()
    }

    @Test("A search superseded by a newer one of its connection gets -32800, which says so")
    func superseded() async throws {
        let held = try await HeldHome()
        let service = held.home.service
        // The interactive reader is taken as well, so that the typing request has to wait.
        let gate = AsyncStream.makeStream(of: Void.self)
        let opened = gate.stream
        let typing = Task { try await service.readers.withReader(as: .lookup) { _ in for await _ in opened {} } }
        while service.readers.load.running < 2 { await Task.yield() }
        func typed(_ query: String, number: Int) -> Task<Int, any Error> {
            Task {
                try await service.search(
                    SearchParams(query: query, asYouType: true), from: RequestOrigin(connection: 5, number: number)
                ).hits.count
            }
        }
        let older = typed("th", number: 1)
        while service.readers.load.waiting == 0 { await Task.yield() }
        let newer = typed("tha", number: 2)
        let refused = try await refusal { try await older.value }
        #expect(refused?.known == .cancelled)
        #expect(refused?.message.contains("superseded") ?? false)
        gate.continuation.finish()
        #expect(try await newer.value == 1)
        try await typing.value
        try await held.open()
    }
}
