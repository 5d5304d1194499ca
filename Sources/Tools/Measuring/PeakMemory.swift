import Foundation
import Synchronization

/// Watches how much memory a program takes at most.
///
/// The figure that the system keeps for its end would not do: it begins with the memory of the program that started it.
final class PeakMemory: Sendable {
    private let seen = Atomic(0)

    /// Watches a process until it has ended.
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

    /// The largest resident set of a process by now, or nil where it has none any more.
    private static func peak(of process: Int32) -> Int? {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        return kibibytes * 1_024
    }
}
