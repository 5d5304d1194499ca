import ArticleModel
import IndexSamples
import Synchronization
import Testing
import Xapian

@testable import SearchEngine

@Suite("Searches that cannot be stopped")
struct StuckReaderTests {
    /// Whether the watch has reported a stuck reader.
    private final class Told: Sendable {
        private let reasons = Mutex<[String]>([])

        var all: [String] { reasons.withLock { $0 } }

        func note(_ reason: String) { reasons.withLock { $0.append(reason) } }
    }

    @Test("A search that computes beyond its end is detected", arguments: [true, false])
    func stuck(isCancelled: Bool) async throws {
        let index = try await SampleIndex([Article(id: "1", title: "thành ủy")])
        let told = Told()
        let pool = ReaderPool(folder: index.folder, count: 1, onStuck: told.note)
        let stop = isCancelled ? MatchGuard() : MatchGuard(limit: .milliseconds(50))
        try await pool.withReader(stop: stop) { reader in
            try await reader.reading(stop: stop) { _, _ in
                if isCancelled { stop.cancel() }
                while told.all.isEmpty {}
            }
        }
        #expect(told.all.first?.hasPrefix("a search could not be stopped") == true)
    }

    @Test(
        "The overrun counts computing time from when an operation was seen past its end, for that operation only"
    )
    func overrun() {
        let computed = Mutex(Duration.seconds(5))
        let activity = ReaderActivity { computed.withLock { $0 } }
        let stop = MatchGuard()
        #expect(activity.overrun() == nil)
        activity.begin(stop)
        computed.withLock { $0 += .seconds(5) }
        #expect(activity.overrun() == nil)
        stop.cancel()
        #expect(activity.overrun() == .zero)
        computed.withLock { $0 += .seconds(1) }
        #expect(activity.overrun() == .seconds(1))
        activity.end()
        #expect(activity.overrun() == nil)
        activity.begin(stop)
        #expect(activity.overrun() == .zero)
        activity.begin(nil)
        #expect(activity.overrun() == nil)
    }
}
