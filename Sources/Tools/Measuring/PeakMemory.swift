import Foundation
import Synchronization

/// Samples the peak memory of a program and of the processes that it starts.
///
/// The system's own figure at the program's end is not usable: it starts with the memory of the parent process, and
/// leaves the program's children out.
package final class PeakMemory: Sendable {
    private let seen = Atomic(0)

    /// Samples a process, every hundredth of a second until it has ended.
    package init(of process: Int32) {
        let thread = Thread { [weak self] in
            while let bytes = PeakMemory.peak(of: process) {
                guard let self else { return }
                if bytes > self.bytes { self.seen.store(bytes, ordering: .relaxed) }
                usleep(10_000)
            }
        }
        thread.start()
    }

    /// The largest amount so far in bytes: the largest resident sets of all processes that ran at one time.
    package var bytes: Int { seen.load(ordering: .relaxed) }

    /// The largest resident set so far of a process and of its descendants, in bytes; nil where the process has ended.
    package static func peak(of process: Int32) -> Int? {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        return children(of: process).reduce(kibibytes * 1_024) { $0 + (peak(of: $1) ?? 0) }
    }

    /// The processes that any thread of a process has started.
    private static func children(of process: Int32) -> [Int32] {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        return threads.flatMap { thread in
            let list = try? String(contentsOfFile: "/proc/\(process)/task/\(thread)/children", encoding: .utf8)
            return (list ?? "").split(separator: " ").compactMap { Int32($0) }
        }
    }
}
