import ArgumentParser
import Glibc

/// The CPU time of all threads of a process.
struct ProcessorClock {
    private let clock: clockid_t

    /// The clock of this process.
    static let own = ProcessorClock(clock: CLOCK_PROCESS_CPUTIME_ID)

    private init(clock: clockid_t) { self.clock = clock }

    /// The clock of another process of the same user.
    init(process: pid_t) throws {
        var clock = clockid_t()
        let number = clock_getcpuclockid(process, &clock)
        guard number == 0 else {
            throw ValidationError("cannot read the clock of process \(process): \(String(cString: strerror(number)))")
        }
        self.init(clock: clock)
    }

    /// The time so far, in nanoseconds; 0 once the process has ended.
    var now: Int {
        var time = timespec()
        guard clock_gettime(clock, &time) == 0 else { return 0 }
        return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }
}

extension Duration {
    /// The whole nanoseconds of this time.
    var nanoseconds: Int { Int(self / .nanoseconds(1)) }
}
