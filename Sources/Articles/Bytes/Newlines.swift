import Glibc

extension UnsafeRawBufferPointer {
    /// The offset of the first line feed at or after an offset, or nil.
    func firstNewline(from offset: Int) -> Int? {
        guard let base = baseAddress, offset < count else { return nil }
        guard let found = memchr(base + offset, 0x0A, count - offset) else { return nil }
        return UnsafeRawPointer(found) - base
    }
}
