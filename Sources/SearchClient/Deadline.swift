import Glibc

/// A moment by which something must have happened; never, where no time was given.
struct Deadline {
    private let end: ContinuousClock.Instant?

    /// The moment so long from now.
    init(in time: Duration?) { end = time.map { .now.advanced(by: $0) } }

    /// Whether the moment has passed.
    var hasPassed: Bool { end.map { $0 <= .now } ?? false }

    /// What is left in milliseconds, rounded up, as `poll` wants it; -1 for never.
    var milliseconds: Int32 {
        guard let end else { return -1 }
        let left = ContinuousClock.now.duration(to: end).components
        guard left.seconds < 1_000_000 else { return 1_000_000_000 }
        return Int32(max(0, left.seconds * 1000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
    }

    /// Waits until a descriptor is ready.
    ///
    /// - Returns: whether it is ready, closed or broken; false when the moment passed first.
    func wait(for events: Int32, on descriptor: Int32) -> Bool {
        while true {
            var request = pollfd(fd: descriptor, events: Int16(truncatingIfNeeded: events), revents: 0)
            let count = poll(&request, 1, milliseconds)
            if count > 0 { return true }
            if count < 0 && errno == EINTR { continue }
            if count < 0 || hasPassed { return count < 0 }
        }
    }
}
