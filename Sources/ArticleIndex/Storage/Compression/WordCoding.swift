/// Writes common words as codes of one or two bytes, and spells them out again.
///
/// Bytes that cannot begin a character of UTF-8 are free to be codes: twelve that never occur stand for the commonest words,
/// those from 0x80 to 0xBF begin a code of two bytes. What is no text at all survives too, behind an escape.
enum WordCoding {
    /// Bytes that stand for a word each.
    private static let single: [UInt8] = [0xC0, 0xC1, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE]
    /// Says that the next byte stands for itself.
    private static let escape: UInt8 = 0xFF
    private static let blank: UInt8 = 0x20

    /// A code gives no more bytes than this.
    static let longestWord = CommonWords.all.reduce(0) { max($0, $1.count) }

    private static let table = Table(CommonWords.all)

    /// The coded form of some bytes.
    static func coded(_ bytes: [UInt8]) -> [UInt8] {
        var coded: [UInt8] = []
        bytes.withUnsafeBufferPointer { code($0, into: &coded) }
        return coded
    }

    /// Appends the coded form of some bytes.
    static func code(_ bytes: UnsafeBufferPointer<UInt8>, into coded: inout [UInt8]) {
        let table = table
        coded.reserveCapacity(coded.count + bytes.count)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == blank, let (word, end) = table.longestWord(in: bytes, at: place) {
                if word < single.count {
                    coded.append(single[word])
                } else {
                    let number = word - single.count
                    coded.append(0x80 | UInt8(truncatingIfNeeded: number >> 8))
                    coded.append(UInt8(truncatingIfNeeded: number))
                }
                place = end
                continue
            }
            let length = characterLength(byte)
            if length > 0, place + length <= bytes.count {
                for index in place..<place + length { coded.append(bytes[index]) }
                place += length
            } else {
                coded.append(escape)
                coded.append(byte)
                place += 1
            }
        }
    }

    /// Spells out coded bytes; false where they are damaged, or do not fill the room exactly.
    static func spell(_ coded: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        let table = table
        var (place, filled) = (0, 0)
        while place < coded.count {
            let byte = coded[place]
            let length = characterLength(byte)
            if length > 0 {
                guard place + length <= coded.count, filled + length <= room.count else { return false }
                for index in 0..<length { room[filled + index] = coded[place + index] }
                place += length
                filled += length
                continue
            }
            if byte == escape {
                guard place + 1 < coded.count, filled < room.count else { return false }
                room[filled] = coded[place + 1]
                place += 2
                filled += 1
                continue
            }
            let word: Int
            if byte & 0xC0 == 0x80 {
                guard place + 1 < coded.count else { return false }
                word = single.count + (Int(byte & 0x3F) << 8 | Int(coded[place + 1]))
                place += 2
            } else {
                // 0xC0, 0xC1 and 0xF5 to 0xFE, in the order of `single`.
                word = byte < 0xC2 ? Int(byte) - 0xC0 : Int(byte) - 0xF5 + 2
                place += 1
            }
            guard let length = table.copy(word, to: room, at: filled) else { return false }
            filled += length
        }
        return filled == room.count
    }

    /// How many bytes the character has that this byte begins; 0 for one that begins none.
    @inline(__always)
    private static func characterLength(_ byte: UInt8) -> Int {
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
        // Never freed and never written again; plain memory, since every byte of every article goes through it.
        private let bytes: UnsafeBufferPointer<UInt8>
        private let starts: UnsafeBufferPointer<Int32>
        private let slots: UnsafeBufferPointer<Int32>
        private let mask: Int

        init(_ words: [[UInt8]]) {
            var (bytes, starts): ([UInt8], [Int32]) = ([], [0])
            for word in words {
                bytes += word
                starts.append(Int32(bytes.count))
            }
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
            self.starts = Table.kept(starts)
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

        /// The longest common word that begins with the blank at a place and ends with a whole syllable.
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
                let start = Int(starts[number])
                if Int(starts[number + 1]) - start == range.count {
                    var index = 0
                    while index < range.count, bytes[start + index] == text[range.lowerBound + index] { index += 1 }
                    if index == range.count { return number }
                }
                slot = (slot + 1) & mask
            }
            return nil
        }

        /// Copies a word; gives its length, or nil where there is no such word or no room.
        @inline(__always)
        func copy(_ word: Int, to room: UnsafeMutableBufferPointer<UInt8>, at place: Int) -> Int? {
            guard word < starts.count - 1 else { return nil }
            let start = Int(starts[word])
            let length = Int(starts[word + 1]) - start
            guard place + length <= room.count else { return nil }
            for index in 0..<length { room[place + index] = bytes[start + index] }
            return length
        }
    }
}
