import Glibc

/// A moment by which something must have happened; never, if no duration was given.
struct Deadline {
    private let end: ContinuousClock.Instant?

    /// Creates the deadline that is the given duration from now.
    init(in time: Duration?) { end = time.map { .now.advanced(by: $0) } }

    /// Whether the moment has passed.
    var hasPassed: Bool { end.map { $0 <= .now } ?? false }

    /// The remaining time in milliseconds, rounded up, as `poll` expects it; -1 for never.
    var milliseconds: Int32 {
        guard let end else { return -1 }
        let left = ContinuousClock.now.duration(to: end).components
        guard left.seconds < 1_000_000 else { return 1_000_000_000 }
        return Int32(max(0, left.seconds * 1000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
    }

    /// Waits until a descriptor is ready, or another one is readable.
    ///
    /// - Parameters:
    ///   - events: the events to wait for on the descriptor.
    ///   - descriptor: the descriptor.
    ///   - other: the other descriptor, or -1.
    /// - Returns: whether one is ready, closed or broken; false if the deadline passed first.
    func wait(for events: Int32, on descriptor: Int32, orInputOf other: Int32 = -1) -> Bool {
        while true {
            var requests = (
                pollfd(fd: descriptor, events: Int16(truncatingIfNeeded: events), revents: 0),
                pollfd(fd: other, events: Int16(POLLIN), revents: 0)
            )
            let count = withUnsafeMutableBytes(of: &requests) { bytes in
                poll(bytes.assumingMemoryBound(to: pollfd.self).baseAddress, 2, milliseconds)
            }
            if count > 0 { return true }
            if count < 0 && errno == EINTR { continue }
            if count < 0 || hasPassed { return count < 0 }
        }
    }
}
