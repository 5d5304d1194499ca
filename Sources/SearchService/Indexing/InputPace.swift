/// Tells whether input arrives too slowly to wait for more of it before what has arrived is made searchable.
///
/// Only the time spent waiting for input counts: a reader that is ahead of the writer is never slow.
struct InputPace {
    /// The time for which what has arrived may wait for more.
    static let patience = Duration.seconds(1)
    /// The number of bytes of text in that time that make a bulk load worth the wait: fewer are written in the ordinary way
    /// as fast as they arrive.
    private static let loadBytes = 1 << 20

    private var waited = Duration.zero
    private var bytes = 0

    /// The time left to wait for the next batch.
    var rest: Duration { InputPace.patience - waited }

    /// Notes a wait for input.
    ///
    /// - Parameters:
    ///   - waiting: its duration.
    ///   - batch: what arrived, if anything.
    /// - Returns: whether the input has been slow.
    mutating func isSlow(after waiting: Duration, _ batch: PreparedBatch?) -> Bool {
        waited += waiting
        bytes += batch?.textBytes ?? 0
        guard waited >= InputPace.patience else { return false }
        defer { (waited, bytes) = (.zero, 0) }
        return bytes < InputPace.loadBytes
    }
}
