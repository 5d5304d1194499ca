import CXapian

/// Ends the searches that run under it, when it is cancelled or its deadline passes.
///
/// A search looks at its guard before it starts, while it expands prefixes, and at every 64th document that any
/// conjunction in the query tries, whether it meets the rest of that or not.
///
/// `Sendable`, so that one thread can cancel what another one runs: the handle never changes, what it points to lives
/// as long as this object, and of that only the flag ever changes, which is a `std::atomic<bool>`.
package final class MatchGuard: Sendable {
    // A pointer is not Sendable of itself; that this one may be shared is shown above.
    nonisolated(unsafe) private let handle: OpaquePointer?
    /// When searches stop by themselves, or nil where they do not.
    package let deadline: ContinuousClock.Instant?

    /// A guard without a deadline, to be cancelled.
    package init() {
        deadline = nil
        handle = cx_guard_new(-1)
    }

    /// A guard with a deadline from now on.
    ///
    /// - Parameter limit: How long searches may run; zero or less stops them at once.
    package init(limit: Duration) {
        let nanoseconds = max(0, limit.wholeNanoseconds)
        // The sum of a far limit and the clock could overflow; the guard itself takes more than a century for never.
        deadline = nanoseconds < MatchGuard.never ? .now.advanced(by: .nanoseconds(nanoseconds)) : nil
        handle = cx_guard_new(nanoseconds)
    }

    /// A guard with a deadline.
    ///
    /// - Parameter deadline: When searches stop.
    package convenience init(deadline: ContinuousClock.Instant) {
        self.init(limit: ContinuousClock.now.duration(to: deadline))
    }

    /// A century in nanoseconds.
    private static let never: Int64 = 3_155_760_000_000_000_000

    deinit { cx_guard_free(handle) }

    /// Ends the searches under this guard, and any that starts later; from any thread, at any time.
    package func cancel() {
        guard let handle else { return }
        cx_guard_cancel(handle)
    }

    /// Whether a search would stop now, and why; for the stages of an operation that are no searches.
    ///
    /// - Throws: `cancelled`, `deadline`; `memory` where the guard could not be made.
    package func check() throws(XapianError) {
        guard let handle else { throw XapianError(kind: .memory, message: "out of memory") }
        let state = cx_guard_state(handle)
        guard state != CX_OK else { return }
        let message = state == CX_CANCELLED ? "search cancelled" : "search past its deadline"
        throw XapianError(kind: XapianError.Kind(state), message: message)
    }

    /// Lends a guard's handle to a C function, a null pointer where there is none; the guard lives until the call is over.
    static func lend<Result>(_ guard: MatchGuard?, _ body: (OpaquePointer?) -> Result) -> Result {
        withExtendedLifetime(`guard`) { body(`guard`?.handle) }
    }
}

extension Duration {
    /// The duration in nanoseconds, cut off, and brought into the range of 64 bits.
    fileprivate var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, carry) = scaled.addingReportingOverflow(attoseconds / 1_000_000_000)
        return overflow || carry ? (seconds < 0 ? .min : .max) : sum
    }
}
