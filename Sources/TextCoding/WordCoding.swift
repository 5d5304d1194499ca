/// Encodes common words as codes of one or two bytes, and decodes them.
///
/// Bytes that cannot begin a UTF-8 character are free to be codes: twelve that never occur stand for the commonest
/// words, and those from 0x80 to 0xBF begin a code of two bytes. Bytes that are not valid UTF-8 are preserved with an
/// escape.
enum WordCoding {
    /// The bytes that each represent one word.
    private static let single: [UInt8] = [0xC0, 0xC1, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE]
    /// Marks that the next byte represents itself.
    static let escape: UInt8 = 0xFF
    static let blank: UInt8 = 0x20

    /// The maximum number of bytes that a code expands to.
    static let longestWord = CommonWords.all.reduce(0) { max($0, $1.count) }

    private static let table = Table(CommonWords.all)

    /// Returns the encoded form of some bytes.
    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: capacityNeeded(for: bytes.count)) { buffer, count in
            count = bytes.withUnsafeBufferPointer { encode($0, to: buffer) }
        }
    }

    /// Returns the maximum number of bytes that the encoded form can take.
    static func capacityNeeded(for count: Int) -> Int { 2 * count }

    /// Encodes bytes into a buffer of twice their size, and returns the encoded length.
    static func encode(_ bytes: UnsafeBufferPointer<UInt8>, to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard let source = bytes.baseAddress, let target = buffer.baseAddress, buffer.count >= 2 * bytes.count else {
            return 0
        }
        let table = table
        var (place, filled) = (0, 0)
        while place < bytes.count {
            let byte = source[place]
            if byte == blank, let (word, end) = table.longestWord(in: bytes, at: place) {
                if word < single.count {
                    target[filled] = word < 2 ? 0xC0 + UInt8(word) : 0xF5 + UInt8(word - 2)
                    filled += 1
                } else {
                    let number = word - single.count
                    target[filled] = 0x80 | UInt8(truncatingIfNeeded: number >> 8)
                    target[filled + 1] = UInt8(truncatingIfNeeded: number)
                    filled += 2
                }
                place = end
                continue
            }
            let length = characterLength(byte)
            if length > 0, place + length <= bytes.count {
                for index in 0..<length { target[filled + index] = source[place + index] }
                place += length
                filled += length
            } else {
                target[filled] = escape
                target[filled + 1] = byte
                place += 1
                filled += 2
            }
        }
        return filled
    }

    /// Decodes bytes, and returns false if they are damaged or do not fill the buffer exactly.
    static func decode(_ coded: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        guard let source = coded.baseAddress, let target = buffer.baseAddress else {
            return coded.isEmpty && buffer.isEmpty
        }
        let table = table
        var (place, filled) = (0, 0)
        // Away from both ends more may be copied than needed, which saves counting bytes.
        let (lastPlace, lastFilled) = (coded.count - 4, buffer.count - Table.stride)
        while place < coded.count {
            let byte = source[place]
            if byte < 0x80, filled < buffer.count {
                target[filled] = byte
                place += 1
                filled += 1
                continue
            }
            let length = characterLength(byte)
            if length > 0 {
                if place <= lastPlace, filled <= lastFilled {
                    let four = UnsafeRawPointer(source + place).loadUnaligned(as: UInt32.self)
                    UnsafeMutableRawPointer(target + filled).storeBytes(of: four, as: UInt32.self)
                } else {
                    guard place + length <= coded.count, filled + length <= buffer.count else { return false }
                    for index in 0..<length { target[filled + index] = source[place + index] }
                }
                place += length
                filled += length
                continue
            }
            if byte == escape {
                guard place + 1 < coded.count, filled < buffer.count else { return false }
                target[filled] = source[place + 1]
                place += 2
                filled += 1
                continue
            }
            guard let (word, end) = word(coded, at: place), word < table.count else { return false }
            place = end
            if filled <= lastFilled {
                filled += table.copyBlock(word, to: target + filled)
            } else {
                guard let length = table.copy(word, to: buffer, at: filled) else { return false }
                filled += length
            }
        }
        return filled == buffer.count
    }

    /// Returns the word number for the code at an offset, which may not exist, and the code's end; nil if the code is
    /// cut off.
    @inline(__always)
    static func word(_ coded: UnsafeBufferPointer<UInt8>, at place: Int) -> (word: Int, end: Int)? {
        let byte = coded[place]
        guard byte < 0xC0 else {
            // 0xC0, 0xC1 and 0xF5 to 0xFE, in the order of `single`.
            return (byte < 0xC2 ? Int(byte) - 0xC0 : Int(byte) - 0xF5 + 2, place + 1)
        }
        guard place + 1 < coded.count else { return nil }
        return (single.count + (Int(byte & 0x3F) << 8 | Int(coded[place + 1])), place + 2)
    }

    /// Returns the number of bytes in the character that a byte begins; 0 if it begins none.
    @inline(__always)
    static func characterLength(_ byte: UInt8) -> Int {
        switch byte {
        case 0..<0x80: 1
        case 0xC2..<0xE0: 2
        case 0xE0..<0xF0: 3
        case 0xF0..<0xF5: 4
        default: 0
        }
    }

    /// The words, found by their bytes and by their numbers.
    private struct Table: @unchecked Sendable {
        // The memory is never freed or written again. It is plain memory, since every byte of every article goes
        // through it.
        /// A block of bytes for each word; its number of bytes is in `lengths`.
        private let bytes: UnsafeBufferPointer<UInt8>
        private let lengths: UnsafeBufferPointer<UInt8>
        private let slots: UnsafeBufferPointer<Int32>
        private let mask: Int

        /// The size of a block in bytes; no word is longer.
        static let stride = 24

        var count: Int { lengths.count }

        init(_ words: [[UInt8]]) {
            let kept = words.map { $0.prefix(Table.stride) }
            let bytes = kept.flatMap { $0 + repeatElement(0, count: Table.stride - $0.count) }
            var size = 1
            while size < 3 * words.count { size *= 2 }
            var slots = [Int32](repeating: -1, count: size)
            for (number, word) in words.enumerated() {
                var slot = Int(truncatingIfNeeded: word.reduce(Table.seed, Table.mixed) >> 20) & (size - 1)
                while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
                slots[slot] = Int32(number)
            }
            mask = size - 1
            self.bytes = Table.kept(bytes)
            lengths = Table.kept(kept.map { UInt8(truncatingIfNeeded: $0.count) })
            self.slots = Table.kept(slots)
        }

        private static func kept<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
            let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
            _ = memory.initialize(from: elements)
            return UnsafeBufferPointer(memory)
        }

        private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

        @inline(__always)
        private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
            (hash ^ UInt64(byte)) &* 0xFF51_AFD7_ED55_8CCD
        }

        /// Finds the longest common word that begins with the space at an offset and ends with a whole syllable.
        @inline(__always)
        func longestWord(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> (word: Int, end: Int)? {
            var found: (word: Int, end: Int)?
            var hash = Table.seed
            var place = start
            // A common word has one syllable or two.
            for _ in 0..<2 {
                guard place < text.count, text[place] == WordCoding.blank else { break }
                hash = Table.mixed(hash, WordCoding.blank)
                let first = place + 1
                place = first
                while place < text.count, Table.isLetter(text[place]) {
                    hash = Table.mixed(hash, text[place])
                    place += 1
                }
                guard place > first else { break }
                if let word = word(text, start..<place, hash) { found = (word, place) }
            }
            return found
        }

        @inline(__always)
        private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

        @inline(__always)
        private func word(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ hash: UInt64) -> Int? {
            var slot = Int(truncatingIfNeeded: hash >> 20) & mask
            while slots[slot] >= 0 {
                let number = Int(slots[slot])
                let start = number * Table.stride
                if Int(lengths[number]) == range.count {
                    var index = 0
                    while index < range.count, bytes[start + index] == text[range.lowerBound + index] { index += 1 }
                    if index == range.count { return number }
                }
                slot = (slot + 1) & mask
            }
            return nil
        }

        /// Copies the block of a word, which must exist, into a buffer that can hold it, and returns the word's length.
        @inline(__always)
        func copyBlock(_ word: Int, to buffer: UnsafeMutablePointer<UInt8>) -> Int {
            guard let base = bytes.baseAddress else { return 0 }
            let (block, buffer) = (UnsafeRawPointer(base + word * Table.stride), UnsafeMutableRawPointer(buffer))
            for offset in Swift.stride(from: 0, to: Table.stride, by: 8) {
                let eight = block.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                buffer.storeBytes(of: eight, toByteOffset: offset, as: UInt64.self)
            }
            return Int(lengths[word])
        }

        /// Copies a word, which must exist, and returns its length, or nil if the buffer is too small.
        @inline(__always)
        func copy(_ word: Int, to buffer: UnsafeMutableBufferPointer<UInt8>, at place: Int) -> Int? {
            let start = word * Table.stride
            let length = Int(lengths[word])
            guard place + length <= buffer.count else { return nil }
            for index in 0..<length { buffer[place + index] = bytes[start + index] }
            return length
        }
    }
}
