import CXapian

/// Ends the searches that it guards when it is cancelled or its deadline passes.
///
/// A search checks its guard before it starts, while it expands prefixes, and at every 64th document that any
/// conjunction in the query tries, whether or not the document matches the rest of the conjunction.
///
/// `Sendable`, so that one thread can cancel a search of another one: the handle never changes, its target lives as
/// long as this object, and only the target's flag ever changes, which is a `std::atomic<bool>`.
package final class MatchGuard: Sendable {
    // A pointer is not Sendable by itself; the comment above says why this one may be shared.
    nonisolated(unsafe) private let handle: OpaquePointer?
    /// The time at which searches stop by themselves, or nil if they do not.
    package let deadline: ContinuousClock.Instant?

    /// Creates a guard without a deadline, which can only be cancelled.
    package init() {
        deadline = nil
        handle = cx_guard_new(-1)
    }

    /// Creates a guard whose deadline is the given duration from now.
    ///
    /// - Parameter limit: The maximum duration of searches; zero or less stops them at once.
    package init(limit: Duration) {
        let nanoseconds = max(0, limit.wholeNanoseconds)
        // The sum of a large limit and the clock could overflow; the guard itself treats more than a century as never.
        deadline = nanoseconds < MatchGuard.never ? .now.advanced(by: .nanoseconds(nanoseconds)) : nil
        handle = cx_guard_new(nanoseconds)
    }

    /// Creates a guard with a deadline.
    ///
    /// - Parameter deadline: The time at which searches stop.
    package convenience init(deadline: ContinuousClock.Instant) {
        self.init(limit: ContinuousClock.now.duration(to: deadline))
    }

    /// A century in nanoseconds.
    private static let never: Int64 = 3_155_760_000_000_000_000

    deinit { cx_guard_free(handle) }

    /// Ends the searches under this guard, including later ones; callable from any thread at any time.
    package func cancel() {
        guard let handle else { return }
        cx_guard_cancel(handle)
    }

    /// Throws if a search would stop now; for those steps of an operation that are not searches.
    ///
    /// - Throws: `cancelled`, `deadline`; `memory` if the guard could not be created.
    package func check() throws(XapianError) {
        guard let handle else { throw XapianError(kind: .memory, message: "out of memory") }
        let state = cx_guard_state(handle)
        guard state != CX_OK else { return }
        let message = state == CX_CANCELLED ? "search cancelled" : "search past its deadline"
        throw XapianError(kind: XapianError.Kind(state), message: message)
    }

    /// Passes a guard's handle, or a null pointer if there is none, to a C function, and keeps the guard alive until it
    /// returns.
    static func lend<Result>(_ guard: MatchGuard?, _ body: (OpaquePointer?) -> Result) -> Result {
        withExtendedLifetime(`guard`) { body(`guard`?.handle) }
    }
}

extension Duration {
    /// The duration in whole nanoseconds, truncated, and clamped to the range of 64 bits.
    fileprivate var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, carry) = scaled.addingReportingOverflow(attoseconds / 1_000_000_000)
        return overflow || carry ? (seconds < 0 ? .min : .max) : sum
    }
}
