import FaultNotice
package import IndexStorage
import Postings
import QueryPlanning
import Synchronization
import Xapian

/// A fixed number of readers, each lent to one request at a time while other requests wait.
///
/// `RequestQueue` decides which request is next. One additional reader serves only interactive requests, so that typing
/// and lookups never wait for slow searches to end. A request that is cancelled, superseded or past its deadline leaves
/// the queue immediately.
package final class ReaderPool: Sendable {
    private typealias Schedule = ReaderSchedule<ArticleReader>

    private struct State {
        var schedule: Schedule
        var lastNumber = 0
        var continuations: [Int: CheckedContinuation<Schedule.Place, any Error>] = [:]
        var timers: [Int: Task<Void, Never>] = [:]
    }

    /// All readers, lent or not.
    package let all: [ArticleReader]
    private let state: Mutex<State>
    private let lexicon = SharedLexicon()
    private let postings = SharedPostings()
    private let readers: [ArticleReader]
    private let stuckWatch: StuckReaderWatch

    /// Creates a pool of readers of one index.
    ///
    /// - Parameters:
    ///   - folder: the index.
    ///   - count: the number of readers, at least one; the number of processor cores serves best.
    ///   - queueLimit: how many requests may wait; when the limit is reached, a connection with a longer queue loses
    ///     its last request.
    ///   - onStuck: called with the reason if a reader cannot be stopped; ends the process by default.
    package init(
        folder: IndexFolder, count: Int, queueLimit: Int = 1_024,
        onStuck: @escaping @Sendable (String) -> Void = { FaultNotice.end($0) }
    ) {
        let readers = (0...max(1, count)).map { [lexicon, postings] _ in
            ArticleReader(folder: folder, lexicon: lexicon, postings: postings)
        }
        let schedule = Schedule(readers: Array(readers.dropFirst()), prompt: readers[0], limit: queueLimit)
        all = readers
        state = Mutex(State(schedule: schedule))
        self.readers = readers
        stuckWatch = StuckReaderWatch(readers.map(\.activity), onStuck: onStuck)
    }

    /// Makes every reader close the files of a replaced generation, which take up disk space while they are open.
    package func closeStaleSnapshots() async {
        for reader in readers { await reader.closeStaleSnapshots() }
    }

    /// How busy the readers are.
    package var load: ReaderLoad { state.withLock(\.schedule.load) }

    /// Whether the lexicon for suggestions and searches while typing should be read again, see `readLexicon`.
    package var hasOutdatedLexicon: Bool { lexicon.isOutdated }

    /// Lends a reader to a request once it is its turn.
    ///
    /// - Parameters:
    ///   - origin: the connection that makes the request.
    ///   - kind: the kind of request.
    ///   - stop: the request's guard, whose deadline includes the time in the queue. It is cancelled if a newer request
    ///     supersedes this one.
    ///   - body: is called with the reader.
    /// - Returns: what the body returns.
    /// - Throws: `SearchError.busy` if the queue is full, `.cancelled`, `.superseded` and `.deadlinePassed`; what the
    ///   body throws.
    package func withReader<Result: Sendable>(
        for origin: RequestOrigin = .ownProcess, as kind: ReadingKind = .search, stop: MatchGuard = MatchGuard(),
        _ body: @Sendable (ArticleReader) async throws -> Result
    ) async throws -> Result {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        let place = try await take(Schedule.Ticket(number: number, origin: origin, kind: kind, stop: stop))
        stuckWatch.begin()
        defer {
            stuckWatch.end()
            tell { $0.finish(number, place) }
        }
        do {
            return try await body(place.reader)
        } catch SearchError.cancelled where state.withLock({ $0.schedule.isSuperseded(number) }) {
            throw SearchError.superseded
        }
    }

    private func take(_ ticket: Schedule.Ticket) async throws -> Schedule.Place {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { $0.continuations[ticket.number] = continuation }
                tell { $0.enter(ticket) }
                watchDeadline(of: ticket)
                // A cancellation before the request was queued had nothing to remove.
                if Task.isCancelled { tell { $0.leave(ticket.number, with: .cancelled) } }
            }
        } onCancel: {
            tell { $0.leave(ticket.number, with: .cancelled) }
        }
    }

    /// Changes the schedule, and notifies the requests that waited for it.
    private func tell(_ change: (inout Schedule) -> Schedule.Verdicts) {
        let told = state.withLock { state in
            change(&state.schedule).map { number, verdict in
                state.timers.removeValue(forKey: number)?.cancel()
                return (state.continuations.removeValue(forKey: number), verdict)
            }
        }
        for (continuation, verdict) in told {
            switch verdict {
            case .granted(let place): continuation?.resume(returning: place)
            case .rejected(let error): continuation?.resume(throwing: error)
            }
        }
    }

    private func watchDeadline(of ticket: Schedule.Ticket) {
        guard let deadline = ticket.stop.deadline, state.withLock({ $0.schedule.isWaiting(ticket.number) }) else {
            return
        }
        let timer = Task { [weak self] in
            try? await Task.sleep(until: deadline, clock: .continuous)
            guard !Task.isCancelled else { return }
            self?.tell { $0.leave(ticket.number, with: .deadlinePassed) }
        }
        let isWaiting = state.withLock { state in
            let isWaiting = state.schedule.isWaiting(ticket.number)
            if isWaiting { state.timers[ticket.number] = timer }
            return isWaiting
        }
        if !isWaiting { timer.cancel() }
    }
}
