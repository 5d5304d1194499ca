import Vietnamese

/// The text of a stored article, in the memory where it was decompressed, for as long as it is borrowed.
package struct BorrowedText {
    private enum Form {
        case bytes(UnsafeBufferPointer<UInt8>)
        case codes(UnsafeBufferPointer<UInt8>, length: Int)
    }

    private let form: Form

    /// Creates a text from bytes that are not compressed.
    package init(bytes: UnsafeBufferPointer<UInt8>) { form = .bytes(bytes) }

    /// Creates a text of `length` bytes from the codes of `WordCoding`.
    package init(codes: UnsafeBufferPointer<UInt8>, length: Int) { form = .codes(codes, length: length) }

    /// Looks for syllables in the text, and returns false if the text is damaged.
    package func look(
        for sought: QuerySyllables, _ occurrences: inout QueryTermOccurrences,
        by scratch: inout QueryTermOccurrences.Scratch
    ) -> Bool {
        switch form {
        case .bytes(let bytes):
            scratch.syllables.scan(bytes)
            occurrences.look(for: sought, in: scratch.syllables)
            return true
        case .codes(let codes, _): return occurrences.look(for: sought, inCodes: codes, by: &scratch)
        }
    }

    /// A copy of the text that outlives the borrowed memory.
    package var owned: OwnedText {
        switch form {
        case .bytes(let bytes): OwnedText(bytes: Array(bytes), length: nil)
        case .codes(let codes, let length): OwnedText(bytes: Array(codes), length: length)
        }
    }
}

/// The text of a stored article that may have to be shown, in as compact a form as it was borrowed.
package struct OwnedText {
    fileprivate let bytes: [UInt8]
    /// The length of the full text in bytes; nil if it is not in codes.
    fileprivate let length: Int?

    /// The text, or nil if it is damaged.
    package var string: String? {
        guard let length else { return String(decoding: bytes, as: UTF8.self) }
        var isSound = false
        let text = String(unsafeUninitializedCapacity: length) { buffer in
            isSound = bytes.withUnsafeBufferPointer {
                WordCoding.decode($0, into: UnsafeMutableBufferPointer(rebasing: buffer[..<length]))
            }
            return isSound ? length : 0
        }
        return isSound ? text : nil
    }
}
