import Glibc

extension UnsafeRawBufferPointer {
    /// Where the first line feed at or after an offset stands, or nil.
    func firstNewline(from offset: Int) -> Int? {
        guard let base = baseAddress, offset < count else { return nil }
        guard let found = memchr(base + offset, 0x0A, count - offset) else { return nil }
        return UnsafeRawPointer(found) - base
    }
}
