import Dispatch
import Indexing
import SearchDaemon

/// The daemon's program.
@main
enum Program {
    /// Prepares the process, and starts the daemon.
    ///
    /// It is not asynchronous: tasks need threads and descriptors, of which there may be too few.
    static func main() {
        // This comes before any file is opened, which could get the number of a standard descriptor.
        StandardDescriptors.holdOpen()
        CheckChild.runIfAsked()
        do throws(ProcessLimitError) { try ProcessLimits.check() } catch { Tracuud.end(with: error) }
        Task.detached { await Tracuud.runAndExit() }
        dispatchMain()
    }
}
