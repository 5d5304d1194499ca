import Foundation
import Synchronization
import Xapian

/// Runs work on a thread of its own; callers can wait for its end and its error.
final class BackgroundWork: Sendable {
    private let error = Mutex<XapianError?>(nil)
    private let isDone = Atomic(false)
    private let ended = DispatchSemaphore(value: 0)

    /// Starts the work immediately.
    init(_ name: String, _ body: @escaping @Sendable () throws(XapianError) -> Void) {
        let thread = Thread {
            do throws(XapianError) {
                try body()
            } catch {
                self.error.withLock { $0 = error }
            }
            self.isDone.store(true, ordering: .releasing)
            self.ended.signal()
        }
        thread.name = name
        thread.start()
    }

    /// Waits for the end for the given time, and returns whether the work has ended.
    func wait(milliseconds: Int) -> Bool {
        if isDone.load(ordering: .acquiring) { return true }
        _ = ended.wait(timeout: .now() + .milliseconds(milliseconds))
        return isDone.load(ordering: .acquiring)
    }

    /// Waits for the end, and throws the error that the work threw.
    func finish() throws(XapianError) {
        while !wait(milliseconds: 1_000) {}
        if let error = error.withLock({ $0 }) { throw error }
    }
}
