internal import CFaultNotice

/// What a process that faults leaves behind: one line on standard error, and a mark for the next start.
///
/// A process never goes on after a fault: what it held at that moment is in an unknown state. Whoever reads an index next finds the
/// mark, and checks the index before it trusts it.
package enum FaultNotice {
    /// The exit status of a process that ends itself because something cannot be stopped.
    package static let stuckStatus: Int32 = 3

    /// Has every fault of this process written down before it ends the process.
    ///
    /// - Parameters:
    ///   - program: what the line begins with.
    ///   - mark: the file that tells the next start; where it cannot be written, or the path has more than 4,095 bytes, there is none.
    package static func install(program: String, mark: String) { fault_notice_install(program, mark) }

    /// Has the calling thread take faults, and gives it a stack to do so on where its own is used up.
    package static func prepareThread() { fault_notice_prepare_thread() }

    /// Says in the mark what a fault interrupted.
    ///
    /// One such work at a time is expected: of two, the mark may say neither.
    ///
    /// - Parameters:
    ///   - activity: what is being done.
    ///   - body: the work.
    /// - Returns: what the work gives.
    /// - Throws: what the work throws.
    package static func during<Result, Failure>(
        _ activity: StaticString, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // A static string lives for ever, and ends with a zero.
        fault_notice_set_activity(
            activity.hasPointerRepresentation
                ? UnsafeRawPointer(activity.utf8Start).assumingMemoryBound(to: CChar.self) : nil)
        defer { fault_notice_set_activity(nil) }
        return try body()
    }

    /// Ends the process at once, with a line and a mark, as a fault would.
    ///
    /// - Parameter reason: what happened, to go before "so this process ends".
    package static func end(_ reason: String) -> Never { fault_notice_end(reason, stuckStatus) }
}
