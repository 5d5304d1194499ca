import Foundation
import SearchProtocol
import SearchService
import Synchronization
import Testing

@Suite("Input that arrives slowly")
struct SlowInputTests {
    /// A pipe whose reading end is being indexed.
    private final class Piped: @unchecked Sendable {
        let home: ServiceHome
        let task: Task<IndexResult, any Error>
        private let pipe = Pipe()

        init(_ home: ServiceHome) {
            self.home = home
            let (service, input) = (home.service, pipe.fileHandleForReading.fileDescriptor)
            task = Task { try await service.index(jsonLinesFrom: .descriptor(input)) }
        }

        func write(_ text: String) throws { try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

        func end() throws { try pipe.fileHandleForWriting.close() }

        /// Waits until the index has a number of articles.
        ///
        /// The number of looks decides as well as the time: where hundreds of tests run at once, a look may take seconds.
        func has(_ articles: Int) async -> Bool {
            let end = ContinuousClock.now + .seconds(60)
            var looks = 0
            while looks < 1_000 || ContinuousClock.now < end {
                if (try? await home.service.status().articles) == articles { return true }
                try? await Task.sleep(for: .milliseconds(5))
                looks += 1
            }
            return false
        }
    }

    private func line(_ number: Int, _ text: String = "") -> String {
        "{\"id\": \"\(number)\", \"body\": \"số \(number) \(text)\"}\n"
    }

    @Test("What has arrived can be searched while the input stays open, and another process can write meanwhile")
    func searchableWhileOpen() async throws {
        let piped = Piped(try ServiceHome())
        try piped.write(line(1) + "{\"id\": \"2\", ")
        #expect(await piped.has(1))
        #expect(try await piped.home.service.search(SearchParams(query: "số")).hits.map(\.id) == ["1"])
        // It would wait for ever for a writer that is not given back.
        #expect(try await piped.home.other().remove(RemoveParams(ids: ["1"])).removed == 1)
        try piped.write("\"body\": \"hai\"}\n")
        #expect(await piped.has(1))
        try piped.write("{\n" + line(3) + line(2))
        #expect(await piped.has(2))
        try piped.end()
        let result = try await piped.task.value
        #expect((result.added, result.updated, result.failed.map(\.line)) == (3, 1, [2]))
    }

    @Test("Articles that never pause for long are committed all the same")
    func trickle() async throws {
        let piped = Piped(try ServiceHome())
        let isEnough = Mutex(false)
        async let writing: Void = {
            var number = 0
            while !isEnough.withLock({ $0 }) {
                try piped.write(line(number))
                number += 1
                try await Task.sleep(for: .milliseconds(20))
            }
            try piped.end()
        }()
        while await (try? piped.home.service.status().articles) ?? 0 == 0 {
            try await Task.sleep(for: .milliseconds(5))
        }
        isEnough.withLock { $0 = true }
        try await writing
        let result = try await piped.task.value
        #expect(try await piped.home.service.status().articles == result.added)
    }

    @Test("A bulk load ends where its input pauses, and later articles are added to it")
    func pausingLoad() async throws {
        var options = ServiceHome.patient
        options.loadBytes = 1_024
        let piped = Piped(try ServiceHome(options: options))
        let text = String(repeating: "đường sắt đô thị ", count: 100)
        let first = (0..<400).map { line($0, text) }.joined()
        let writing = Task.detached { try piped.write(first) }
        try await writing.value
        #expect(await piped.has(400))
        #expect(try await piped.home.service.status().generation == 2, "it was loaded")
        try piped.write(line(0) + line(400))
        #expect(await piped.has(401))
        try piped.end()
        let result = try await piped.task.value
        #expect((result.added, result.updated) == (401, 1))
    }

    @Test("Input that is cancelled while it pauses keeps what had arrived, and says how much")
    func cancelled() async throws {
        let piped = Piped(try ServiceHome())
        try piped.write((0..<3).map { line($0) }.joined() + "{\"id\": ")
        #expect(await piped.has(3))
        piped.task.cancel()
        let error = try #require(try await refusal { try await piped.task.value })
        #expect(error.resultBeforeCancelling?.added == 3)
        #expect(error.resultBeforeCancelling?.failed == [])
        try piped.end()
    }

    @Test("Articles with equal ids keep their order, however their arrival is divided")
    func order() async throws {
        let piped = Piped(try ServiceHome())
        let text = String(repeating: "đường sắt ", count: 2_000)
        let writing = Task.detached {
            for number in 0..<300 {
                try piped.write("{\"id\": \"a\", \"title\": \"\(number)\", \"body\": \"\(text)\"}\n")
                if number % 60 == 0 { try await Task.sleep(for: .milliseconds(300)) }
            }
            try piped.end()
        }
        try await writing.value
        let result = try await piped.task.value
        #expect((result.added, result.updated) == (1, 299))
        #expect(try await piped.home.service.article(ArticleParams(id: "a")).title == "299")
    }
}
