internal import CFaultNotice

/// Reports a fault of this process: one line on standard error, and a marker file for the next start.
///
/// A process never continues after a fault, since its state is unknown then. The next process that opens the index finds the
/// marker and checks the index before it reads it.
package enum FaultNotice {
    /// The exit status of a process that ends itself because something cannot be stopped.
    package static let stuckStatus: Int32 = 3

    /// Installs handlers that report every fault before it ends the process.
    ///
    /// - Parameters:
    ///   - program: what the line begins with.
    ///   - mark: the path of the marker file; if it cannot be written, or the path has more than 4,095 bytes, there is none.
    package static func install(program: String, mark: String) { fault_notice_install(program, mark) }

    /// Prepares the calling thread: it handles faults, on an alternate stack in case its own overflows.
    package static func prepareThread() { fault_notice_prepare_thread() }

    /// Names in the marker what a fault interrupts.
    ///
    /// Only one activity at a time is recorded.
    ///
    /// - Parameters:
    ///   - activity: what is being done.
    ///   - body: the work.
    /// - Returns: what the work gives.
    /// - Throws: what the work throws.
    package static func during<Result, Failure>(
        _ activity: StaticString, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // A static string lives forever, and ends with a zero.
        fault_notice_set_activity(
            activity.hasPointerRepresentation
                ? UnsafeRawPointer(activity.utf8Start).assumingMemoryBound(to: CChar.self) : nil)
        defer { fault_notice_set_activity(nil) }
        return try body()
    }

    /// Ends the process immediately, with a line and a marker, as a fault would.
    ///
    /// - Parameter reason: what happened; the line continues with "so this process ends".
    package static func end(_ reason: String) -> Never { fault_notice_end(reason, stuckStatus) }
}
