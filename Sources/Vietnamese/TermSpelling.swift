/// A buffer in which terms are built, one after another.
struct TermSpelling {
    /// The buffer for a term; its capacity suffices for the longest prefix, two keys and the bytes copied past them.
    private let base: UnsafeMutablePointer<UInt8>
    private var prefixLength = 0

    init(term base: UnsafeMutablePointer<UInt8>) {
        self.base = base
    }

    /// Sets the prefix of the terms that follow.
    mutating func begin(_ prefix: [UInt8]) {
        prefix.withUnsafeBufferPointer { prefix in
            if let source = prefix.baseAddress { base.update(from: source, count: prefix.count) }
        }
        prefixLength = prefix.count
    }

    /// The term of one key.
    @inline(__always)
    func term(_ form: UnsafePointer<Form>, _ bytes: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base, count: append(form, bytes, at: prefixLength))
    }

    /// The term of two keys with a space between them.
    @inline(__always)
    func term(
        _ first: UnsafePointer<Form>, _ second: UnsafePointer<Form>, _ bytes: UnsafePointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        let length = append(first, bytes, at: prefixLength)
        base[length] = UInt8(ascii: " ")
        return UnsafeBufferPointer(start: base, count: append(second, bytes, at: length &+ 1))
    }

    /// Copies a key, eight bytes at a time, and returns where it ends.
    @inline(__always)
    private func append(_ form: UnsafePointer<Form>, _ bytes: UnsafePointer<UInt8>, at start: Int) -> Int {
        let source = UnsafeRawPointer(bytes + form.pointee.offset)
        let target = UnsafeMutableRawPointer(base + start)
        let length = Int(form.pointee.length)
        var offset = 0
        repeat {
            let word = source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
            offset &+= 8
        } while offset < length
        return start &+ length
    }
}
