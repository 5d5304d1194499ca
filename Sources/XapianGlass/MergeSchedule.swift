import Foundation
import Synchronization
import Xapian

/// Lets several threads merge stretches of terms, a few ahead of the caller that takes them in order.
final class MergeSchedule: Sendable {
    private let runs: [PostingRun]
    private let starts: [[UInt8]]
    private let numbers: [UInt32]
    private let state = Mutex(State())
    /// Counts the stretches that may still be started before one has to be taken.
    private let slots: DispatchSemaphore
    private let arrivals = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    private struct State {
        var next = 0
        var isStopped = false
        var running = 0
        var merged: [Int: Result<PostingMerge.Part, XapianError>] = [:]
    }

    init(runs: [PostingRun], starts: [[UInt8]], numbers: [UInt32], ahead: Int) {
        self.runs = runs
        self.starts = starts
        self.numbers = numbers
        slots = DispatchSemaphore(value: 0)
        for _ in 0..<ahead { slots.signal() }
    }

    /// The number of stretches.
    var count: Int { starts.count }

    func start(threads: Int) {
        state.withLock { $0.running = threads }
        for _ in 0..<threads {
            let thread = Thread {
                self.work()
                self.state.withLock { $0.running -= 1 }
                self.ended.signal()
            }
            thread.name = "tracuu-merge"
            thread.start()
        }
    }

    private func work() {
        while true {
            slots.wait()
            let index = state.withLock { state -> Int? in
                guard !state.isStopped, state.next < starts.count else { return nil }
                defer { state.next += 1 }
                return state.next
            }
            guard let index else {
                // Nothing is left for the other threads either.
                slots.signal()
                return
            }
            let result = merged(index)
            state.withLock { $0.merged[index] = result }
            arrivals.signal()
        }
    }

    private func merged(_ index: Int) -> Result<PostingMerge.Part, XapianError> {
        do throws(XapianError) {
            let end = index + 1 < starts.count ? starts[index + 1] : nil
            let part = try numbers.withUnsafeBufferPointer { numbers throws(XapianError) in
                try PostingMerge(runs, from: starts[index], to: end, numbers: numbers).merged()
            }
            return .success(part)
        } catch {
            return .failure(error)
        }
    }

    /// Waits for the merged postings of a stretch; stretches must be taken in order, each once.
    func take(_ index: Int) throws(XapianError) -> PostingMerge.Part {
        while true {
            if let result = state.withLock({ $0.merged.removeValue(forKey: index) }) {
                slots.signal()
                return try result.get()
            }
            arrivals.wait()
        }
    }

    /// Stops the threads and waits for them, since they read files that are about to be deleted.
    func stop() {
        state.withLock { $0.isStopped = true }
        slots.signal()
        while state.withLock({ $0.running > 0 }) { ended.wait() }
    }
}
