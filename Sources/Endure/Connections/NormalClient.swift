import Foundation
import SearchClient
import SearchProtocol
import Synchronization

/// A client that searches all the time while others misbehave, and takes down how long each answer took.
final class NormalClient: Sendable {
    private struct State {
        var times: [Double] = []
        var errors = 0
        var isStopped = false
    }

    private let state = Mutex(State())
    private let ended = DispatchSemaphore(value: 0)

    /// Starts searching on a thread of its own.
    init(_ home: TrialHome) {
        let socket = home.socket
        Thread.detachNewThread { [self] in
            defer { ended.signal() }
            var news = InventedNews(seed: 99)
            guard let path = try? SocketPath(socket), let connection = try? Connection.ifServed(at: path) else {
                state.withLock { $0.errors += 1 }
                return
            }
            while !state.withLock(\.isStopped) {
                let start = ContinuousClock.now
                let answer = try? connection.call(.search, SearchParams(query: String(news.sentence(1...3).dropLast())))
                let time = start.duration(to: .now) / .milliseconds(1)
                state.withLock { state in
                    if answer == nil { state.errors += 1 } else { state.times.append(time) }
                }
                if answer == nil { return }
                usleep(2_000)
            }
        }
    }

    /// The times since the last call of this, in milliseconds, sorted, and the errors so far.
    func take() -> (times: [Double], errors: Int) {
        state.withLock { state in
            defer { state.times = [] }
            return (state.times.sorted(), state.errors)
        }
    }

    /// Stops it and waits for its end.
    func stop() {
        state.withLock { $0.isStopped = true }
        ended.wait()
    }
}
