import Dispatch
import FaultNotice
import Foundation
import Synchronization

/// Runs an actor's work on one thread of its own, in order.
///
/// Xapian's objects stay on the thread that created them, and a slow disk never blocks a thread of Swift's shared pool.
/// The thread ends with the executor.
package final class ThreadExecutor: SerialExecutor {
    private let queue: Queue

    /// Creates an executor whose thread has a name, for debuggers and `top`.
    package init(name: String) {
        let queue = Queue()
        self.queue = queue
        let thread = Thread {
            FaultNotice.prepareThread()
            queue.begin()
            // Foundation's `Thread.name` is not visible outside it.
            let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
            if file >= 0 {
                _ = write(file, name, name.utf8.count)
                close(file)
            }
            queue.run()
        }
        thread.start()
    }

    deinit { queue.stop() }

    /// How long the thread has computed, without the time in which it waited; nil before it has begun.
    package var computingTime: Duration? { queue.computingTime }

    package func enqueue(_ job: consuming ExecutorJob) {
        queue.append(Work(job: UnownedJob(job), executor: asUnownedSerialExecutor()))
    }
}

extension ThreadExecutor {
    private struct Work: Sendable {
        let job: UnownedJob
        let executor: UnownedSerialExecutor
    }

    /// The state that the executor and its thread share, so that the thread never keeps the executor alive.
    private final class Queue: Sendable {
        private struct State {
            var waiting: [Work] = []
            var isStopped = false
            var clock: clockid_t?
        }

        private let state = Mutex(State())
        private let arrivals = DispatchSemaphore(value: 0)

        /// Notes the thread that runs the work, which calls it.
        func begin() {
            var clock = clockid_t()
            guard pthread_getcpuclockid(pthread_self(), &clock) == 0 else { return }
            state.withLock { $0.clock = clock }
        }

        var computingTime: Duration? {
            var time = timespec()
            guard let clock = state.withLock(\.clock), clock_gettime(clock, &time) == 0 else { return nil }
            return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
        }

        func append(_ work: Work) {
            state.withLock { $0.waiting.append(work) }
            arrivals.signal()
        }

        func stop() {
            state.withLock { $0.isStopped = true }
            arrivals.signal()
        }

        func run() {
            while true {
                arrivals.wait()
                let (work, isStopped) = state.withLock { state in
                    defer { state.waiting = [] }
                    return (state.waiting, state.isStopped)
                }
                for item in work { item.job.runSynchronously(on: item.executor) }
                if isStopped { return }
            }
        }
    }
}
