import Foundation
import SearchClient
import SearchProtocol
import Synchronization
import UnixSockets

/// A client that searches continuously while others misbehave, and records the time of each answer.
final class NormalClient: Sendable {
    private struct State {
        var times: [Double] = []
        var errors: [String] = []
        var isStopped = false
    }

    private let state = Mutex(State())
    private let begun = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// Starts searching on a separate thread.
    init(_ home: TrialHome) {
        let socket = home.socket
        Thread.detachNewThread { [self] in
            defer { ended.signal() }
            do {
                try search(SocketPath(socket))
            } catch {
                state.withLock { $0.errors.append("\(error)") }
                begun.signal()
            }
        }
        begun.wait()
    }

    private func search(_ path: SocketPath) throws {
        var news = InventedNews(seed: 99)
        let connection = try Connection.open(path)
        while !state.withLock(\.isStopped) {
            let start = ContinuousClock.now
            // A thousand other clients may each have one search ahead of this one in the queue.
            let params = SearchParams(query: String(news.sentence(1...3).dropLast()), deadlineMs: 60_000)
            _ = try connection.call(.search, params)
            let time = start.duration(to: .now) / .milliseconds(1)
            if state.withLock({ state in
                state.times.append(time)
                return state.times.count == 1
            }) {
                begun.signal()
            }
            usleep(2_000)
        }
    }

    /// The times since the last call, in milliseconds, sorted, and the errors so far.
    func take() -> (times: [Double], errors: [String]) {
        state.withLock { state in
            defer { state.times = [] }
            return (state.times.sorted(), state.errors)
        }
    }

    /// Stops the client and waits for its end.
    func stop() {
        state.withLock { $0.isStopped = true }
        ended.wait()
    }
}
