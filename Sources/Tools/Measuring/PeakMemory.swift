import Foundation
import Synchronization

/// Samples the peak memory of a program.
///
/// The system's own figure at its end is not usable: it starts with the memory of the parent process.
final class PeakMemory: Sendable {
    private let seen = Atomic(0)

    /// Samples a process until it has ended.
    init(of process: Int32) {
        let thread = Thread { [weak self] in
            while let bytes = PeakMemory.peak(of: process) {
                self?.seen.store(bytes, ordering: .relaxed)
                usleep(100_000)
            }
        }
        thread.start()
    }

    /// The largest resident set so far, in bytes.
    var bytes: Int { seen.load(ordering: .relaxed) }

    /// The largest resident set of a process so far, or nil where the process has ended.
    private static func peak(of process: Int32) -> Int? {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        return kibibytes * 1_024
    }
}
