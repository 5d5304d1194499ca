import Glibc
import Synchronization

/// The amount of memory that the process itself holds, measured at most ten times a second.
final class MemoryGauge: Sendable {
    private struct Reading {
        var bytes = 0
        var time: ContinuousClock.Instant?
    }

    private let last = Mutex(Reading())

    /// The amount held where it exceeds the limit, else nil.
    ///
    /// Freed memory that the C library still keeps is returned to the system first.
    func excess(over limit: Int) -> Int? {
        let held = last.withLock { last in
            if let time = last.time, time.duration(to: .now) < .milliseconds(100) { return last.bytes }
            last.bytes = Self.residentBytes
            if last.bytes > limit, Self.giveBack() { last.bytes = Self.residentBytes }
            last.time = .now
            return last.bytes
        }
        return held > limit ? held : nil
    }

    /// The resident memory that is not backed by a file, in bytes.
    static var residentBytes: Int {
        let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return 0 }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 128)
        let count = max(0, read(file, &bytes, bytes.count))
        // The total, resident and shared size, in pages.
        let text = String(decoding: bytes[..<count], as: UTF8.self)
        let pages = text.split(separator: " ").prefix(3).map { Int($0) ?? 0 }
        return pages.count == 3 ? max(0, pages[1] - pages[2]) * sysconf(Int32(_SC_PAGESIZE)) : 0
    }

    /// Calls glibc's `malloc_trim`, which its Swift module does not declare.
    private static func giveBack() -> Bool {
        typealias Trim = @convention(c) (Int) -> Int32
        guard let symbol = dlsym(nil, "malloc_trim") else { return false }
        return unsafeBitCast(symbol, to: Trim.self)(0) == 1
    }
}
