package import Articles
import CivilTime
import Foundation
package import SearchProtocol

/// What a service needs to know besides the index.
package struct ServiceOptions: Sendable {
    /// How many searches run at once.
    package var readers: Int
    /// Bounds of requests; those of connections are the daemon's business.
    package var limits: Limits
    /// Bounds of the files that are read.
    package var reading: ReadingLimits
    /// Bytes of text between two commits.
    package var commitBytes: Int
    /// Bytes of text from which on an empty index is loaded at one go: less is written about as fast in the ordinary way.
    package var loadBytes = 4 << 20
    /// Where files have to lie to be read; nil for anywhere, as for a client that reads its user's own files.
    package var roots: ReadingRoots?
    /// The program that checks in a process of its own: one that calls `CheckChild.runIfAsked`.
    package var checkProgram = "/proc/self/exe"
    /// How long the writer is kept for the next part of a run, see `RunPart`.
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

    /// The day in the archive's time zone, from which relative dates count.
    var today: Day {
        let seconds = Int(Date().timeIntervalSince1970.rounded(.down))
        return PublicationDate(unixSeconds: seconds, offset: reading.timeZoneOffset).day
    }
}
