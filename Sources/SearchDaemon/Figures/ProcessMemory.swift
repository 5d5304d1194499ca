import Foundation
import SearchProtocol

/// The memory of this process, as the kernel counts it.
enum ProcessMemory {
    /// The current figures, or nil where the system does not provide them.
    static func current() -> MemoryStatus? {
        guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
        return read(text)
    }

    /// Parses the lines of proc(5)'s `status`.
    static func read(_ status: String) -> MemoryStatus? {
        func bytes(_ name: String) -> Int? {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
            let words = line?.split(whereSeparator: \.isWhitespace) ?? []
            guard words.count == 3, words[2] == "kB", let kibibytes = Int(words[1]) else { return nil }
            return kibibytes << 10
        }
        guard let resident = bytes("VmRSS"), let peak = bytes("VmHWM") else { return nil }
        return MemoryStatus(residentBytes: resident, peakBytes: peak)
    }
}
