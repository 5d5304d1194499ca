import Foundation
import SearchProtocol
import SearchService
import Synchronization
import Testing

/// Articles that are bulk-loaded have to give the same result as when they are written in the ordinary way.
@Suite("Bulk loading through the service")
struct LoadingTests {
    /// Options under which a kilobyte is enough for a load, or no size ever is.
    private static func options(loads: Bool) -> ServiceOptions {
        var options = ServiceHome.patient
        options.loadBytes = loads ? 1_024 : Int.max
        return options
    }

    /// A folder of files: some ids occur twice, some lines are not articles, some dates are in no calendar.
    private func fill(_ folder: URL) throws -> String {
        let path = folder.path + "/archive"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for file in 0..<4 {
            var lines = (0..<150).map { number in
                let text = String(repeating: "đường sắt \(number % 13) ", count: 20 + number % 7)
                let date = number == 40 ? "30/02/2015" : "20\(10 + number % 15)-03-04"
                return "{\"id\": \"\(file * 100 + number)\", \"date\": \"\(date)\", \"body\": \"\(text)\"}"
            }
            lines.insert("{\"id\": ", at: 17)
            lines.append("{\"id\": \"nothing\"}")
            try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: "\(path)/\(file).jsonl"))
        }
        return path
    }

    @Test("A bulk load gives the counts, failures and answers of ordinary writing")
    func alike() async throws {
        let loaded = try ServiceHome(options: Self.options(loads: true))
        let written = try ServiceHome(options: Self.options(loads: false))
        let path = try fill(loaded.folder)
        let found = try await loaded.service.index(paths: [path])
        let expected = try await written.service.index(paths: [path])
        #expect(found.added == expected.added && found.added == 450)
        #expect(found.updated == expected.updated && found.unchanged == expected.unchanged)
        #expect(found.updated + found.unchanged == 150)
        #expect(found.removed == 0 && expected.removed == 0)
        #expect(found.failed == expected.failed && found.failed.count == 8)
        #expect(found.unreadDates == expected.unreadDates && found.unreadDates?.count == 4)
        #expect(try await loaded.service.status().generation == 2, "it was loaded")
        #expect(try await written.service.status().generation == 1, "it was written")
        for query in ["đường sắt", "\"sắt 7\"", "đường date:2014", "12 11 10", "id:250"] {
            let params = SearchParams(query: query, limit: 1_000, sort: .newest, snippets: false)
            let (one, other) = (try await loaded.service.search(params), try await written.service.search(params))
            #expect(one.total == other.total && one.total.value > 0, "\(query)")
            #expect(Set(one.hits.map(\.id)) == Set(other.hits.map(\.id)), "\(query)")
            #expect(one.hits.map(\.date) == other.hits.map(\.date), "\(query)")
        }
        let again = try await loaded.service.index(paths: [path])
        let twice = try await written.service.index(paths: [path])
        #expect((again.added, again.updated, again.removed) == (twice.added, twice.updated, twice.removed))
    }

    @Test("A bulk load reports its progress, up to the end")
    func progress() async throws {
        let home = try ServiceHome(options: Self.options(loads: true))
        let path = try fill(home.folder)
        let steps = Mutex<[IndexingProgress]>([])
        _ = try await home.service.index(paths: [path]) { step in steps.withLock { $0.append(step) } }
        let told = steps.withLock { $0 }
        #expect(told.contains { $0.merged == nil && $0.articles == 600 })
        #expect(told.last?.merged != nil && told.last?.articles == 600)
        let shares = told.compactMap(\.merged)
        #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test("A bulk load that is interrupted keeps what was read")
    func interrupted() async throws {
        let home = try ServiceHome(options: Self.options(loads: true))
        let text = String(repeating: "công nghệ thông tin ", count: 200)
        let lines = (0..<3_000).map { "{\"id\": \"\($0)\", \"body\": \"số \($0) \(text)\"}" }
        let file = home.folder.appendingPathComponent("many.jsonl")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        // The load waits for its own interruption, so that it is in the middle however fast it is.
        let running = Mutex<Task<IndexResult, any Error>?>(nil)
        let task = Task {
            try await home.service.index(paths: [file.path]) { step in
                guard step.articles > 0 else { return }
                while running.withLock({ $0 }) == nil { usleep(1_000) }
                running.withLock { $0 }?.cancel()
            }
        }
        running.withLock { $0 = task }
        let error = try #require(try await refusal { try await task.value })
        let status = try await home.service.status()
        #expect(error.resultBeforeCancelling?.added == status.articles)
        #expect(status.articles > 0 && status.articles < 3_000)
        #expect(status.generation == 2, "it was loaded")
        let rest = try await home.service.index(paths: [file.path])
        #expect((rest.unchanged, rest.added) == (status.articles, 3_000 - status.articles))
    }

    @Test("During a bulk load searches continue, and other writers wait for its end")
    func others() async throws {
        let home = try ServiceHome(options: Self.options(loads: true))
        let path = try fill(home.folder)
        let hasBegun = Mutex(false)
        async let load = home.service.index(paths: [path]) { _ in hasBegun.withLock { $0 = true } }
        while !hasBegun.withLock({ $0 }) { await Task.yield() }
        let added = try await home.index(#"{"id": "khác", "body": "một bài khác"}"#)
        #expect(added.added == 1)
        #expect(try await load.added == 450)
        #expect(try await home.service.status().articles == 451)
        #expect(try await home.service.status().indexing == IndexingStatus(.idle))
    }
}
