package import Articles
import CivilTime
import Foundation
package import SearchProtocol

/// The options of a service.
package struct ServiceOptions: Sendable {
    /// The number of searches that run concurrently.
    package var readers: Int
    /// The limits of requests; the daemon enforces those of connections.
    package var limits: Limits
    /// The limits of the files that are read.
    package var reading: ReadingLimits
    /// The number of bytes of text between two commits.
    package var commitBytes: Int
    /// The number of bytes of text from which an empty index is bulk loaded; less is written about as fast in the
    /// ordinary way.
    package var loadBytes = 4 << 20
    /// The folders that must contain files for them to be read; nil for anywhere, as for a client that reads its user's
    /// own files.
    package var roots: ReadingRoots?
    /// The program that checks in a separate process: one that calls `CheckChild.runIfAsked`.
    package var checkProgram = "/proc/self/exe"
    /// The time for which a request waits for the check after a fault; after it, the request is answered as busy.
    ///
    /// Nil to wait until the check has finished, for a process that serves one client: the next one would begin it again.
    package var checkPatience: Duration? = .milliseconds(800)
    /// The time for which the writer is kept for the next part of a run; see `RunPart`.
    package var betweenParts = Duration.seconds(2)

    /// The options of a service.
    package init(
        readers: Int = 1, limits: Limits = Limits(), reading: ReadingLimits = ReadingLimits(),
        commitBytes: Int = 4 << 20, roots: ReadingRoots? = nil
    ) {
        self.readers = readers
        self.limits = limits
        self.reading = reading
        self.commitBytes = commitBytes
        self.roots = roots
    }

    /// Today in the archive's time zone, from which relative dates are counted.
    var today: Day {
        let seconds = Int(Date().timeIntervalSince1970.rounded(.down))
        return PublicationDate(unixSeconds: seconds, offset: reading.timeZoneOffset).day
    }
}
