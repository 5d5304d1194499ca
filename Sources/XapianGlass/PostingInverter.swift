import Xapian

/// Collects the postings of documents by term, in memory, in the compact form in which a run stores them.
///
/// A term has a chain of slices in one large pool, each twice as long as the one before. A posting is the difference to
/// the previous document and a bit that says that the frequency is 1; otherwise the frequency follows.
struct PostingInverter: ~Copyable {
    private struct Entry {
        /// The offset of its bytes in `text`.
        var text: UInt32
        /// The offset of its first slice.
        var first: UInt32
        /// The offset of the next byte, and the end of the slice.
        var end: UInt32
        var limit: UInt32
        var lastDocument: UInt32
        var count: UInt32
        var length: UInt8
        var level: UInt8
    }

    private var pool: UnsafeMutablePointer<UInt8>
    private var (poolCount, poolCapacity) = (0, 1 << 20)
    private var text: UnsafeMutablePointer<UInt8>
    private var (textCount, textCapacity) = (0, 1 << 18)
    private var entries: UnsafeMutablePointer<Entry>
    private var (entryCount, entryCapacity) = (0, 1 << 14)
    /// The entry's number plus 1, with half of the term's hash above it; 0 if there is none.
    private var slots: UnsafeMutablePointer<UInt64>
    private var slotCount = 1 << 15
    private var touched: UInt64 = 0
    /// The document from which document numbers are counted.
    private(set) var firstDocument: UInt32?

    init() {
        pool = .allocate(capacity: poolCapacity)
        text = .allocate(capacity: textCapacity)
        entries = .allocate(capacity: entryCapacity)
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: 0, count: slotCount)
    }

    deinit {
        pool.deallocate()
        text.deallocate()
        entries.deallocate()
        slots.deallocate()
    }

    /// The bytes of memory that postings and terms take.
    var usedBytes: Int {
        poolCount + textCount + entryCount * MemoryLayout<Entry>.stride + slotCount * MemoryLayout<UInt64>.stride
    }

    var isEmpty: Bool { entryCount == 0 }

    /// Removes everything but keeps the memory.
    mutating func removeAll() {
        (poolCount, textCount, entryCount) = (0, 0, 0)
        firstDocument = nil
        slots.update(repeating: 0, count: slotCount)
    }

    /// Prefetches the entries of the given terms into the processor's cache, all at the same time.
    ///
    /// A term is found in three steps, each of which waits for memory; term by term, that is most of the work.
    mutating func touch(_ hashes: [UInt64]) {
        let mask = slotCount - 1
        var sum: UInt64 = 0
        for hash in hashes { sum &+= slots[Int(truncatingIfNeeded: hash) & mask] }
        for hash in hashes {
            let index = Int(truncatingIfNeeded: slots[Int(truncatingIfNeeded: hash) & mask] & 0xFFFF_FFFF)
            if index > 0 { sum &+= UInt64(entries[index - 1].end) }
        }
        for hash in hashes {
            let index = Int(truncatingIfNeeded: slots[Int(truncatingIfNeeded: hash) & mask] & 0xFFFF_FFFF)
            guard index > 0 else { continue }
            sum &+= UInt64(text[Int(entries[index - 1].text)]) &+ UInt64(pool[Int(entries[index - 1].end) - 1])
        }
        // The sum is stored, so that the reads are not optimised away.
        touched = sum
    }

    /// Adds a posting of a term in a document, which comes after all documents added before.
    ///
    /// - Parameters:
    ///   - term: the term in the form of a key.
    ///   - hash: its hash.
    ///   - document: the document's number.
    ///   - frequency: the term's frequency in the document.
    /// - Throws: `invalidArgument` for a term that no key can hold.
    mutating func add(
        _ term: UnsafeBufferPointer<UInt8>, hash: UInt64, in document: UInt32, frequency: UInt32
    ) throws(XapianError) {
        let start = firstDocument ?? document
        firstDocument = start
        let index = try place(of: term, hash, start)
        let entry = entries + index
        let difference = UInt64(document - entry.pointee.lastDocument)
        entry.pointee.lastDocument = document
        entry.pointee.count += 1
        append(difference << 1 | (frequency == 1 ? 1 : 0), to: entry)
        if frequency != 1 { append(UInt64(frequency), to: entry) }
    }

    @inline(__always)
    private mutating func append(_ value: UInt64, to entry: UnsafeMutablePointer<Entry>) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80, to: entry)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest), to: entry)
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8, to entry: UnsafeMutablePointer<Entry>) {
        if entry.pointee.end == entry.pointee.limit { chain(entry) }
        pool[Int(entry.pointee.end)] = byte
        entry.pointee.end += 1
    }

    /// Returns the bytes of a slice, including the last four, which hold the offset of the next one.
    private static func sliceSize(_ level: UInt8) -> Int { 8 << Int(min(level, 12)) }

    private mutating func takeSlice(_ level: UInt8) -> UInt32 {
        let size = PostingInverter.sliceSize(level)
        if poolCount + size > poolCapacity {
            let larger = max(2 * poolCapacity, poolCount + size)
            let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
            moved.update(from: pool, count: poolCount)
            pool.deallocate()
            (pool, poolCapacity) = (moved, larger)
        }
        defer { poolCount += size }
        return UInt32(poolCount)
    }

    private mutating func chain(_ entry: UnsafeMutablePointer<Entry>) {
        let level = entry.pointee.level + (entry.pointee.level < 12 ? 1 : 0)
        let next = takeSlice(level)
        UnsafeMutableRawPointer(pool + Int(entry.pointee.limit)).storeBytes(of: next, as: UInt32.self)
        entry.pointee.level = level
        entry.pointee.end = next
        entry.pointee.limit = next + UInt32(PostingInverter.sliceSize(level) - 4)
    }

    /// Returns the entry of a term, creating it if the term is new.
    private mutating func place(
        of term: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ start: UInt32
    ) throws(XapianError) -> Int {
        guard let bytes = term.baseAddress, term.count <= GlassTable.longestKey - 6 else {
            throw XapianError(kind: .invalidArgument, message: "a term of \(term.count) bytes is empty or too long")
        }
        let (tag, mask) = (hash & 0xFFFF_FFFF_0000_0000, slotCount - 1)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let found = slots[slot]
            if found == 0 { break }
            if found & 0xFFFF_FFFF_0000_0000 == tag {
                let index = Int(truncatingIfNeeded: found & 0xFFFF_FFFF) - 1
                let entry = entries + index
                if Int(entry.pointee.length) == term.count, equal(text + Int(entry.pointee.text), bytes, term.count) {
                    return index
                }
            }
            slot = (slot + 1) & mask
        }
        makeRoom(term.count)
        (text + textCount).update(from: bytes, count: term.count)
        let slice = takeSlice(0)
        entries[entryCount] = Entry(
            text: UInt32(textCount), first: slice, end: slice, limit: slice + 4, lastDocument: start, count: 0,
            length: UInt8(term.count), level: 0)
        textCount += term.count
        entryCount += 1
        slots[slot] = tag | UInt64(entryCount)
        if 2 * entryCount > slotCount { growSlots() }
        return entryCount - 1
    }

    private mutating func makeRoom(_ length: Int) {
        if textCount + length > textCapacity {
            let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * textCapacity)
            moved.update(from: text, count: textCount)
            text.deallocate()
            (text, textCapacity) = (moved, 2 * textCapacity)
        }
        if entryCount == entryCapacity {
            let moved = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * entryCapacity)
            moved.update(from: entries, count: entryCount)
            entries.deallocate()
            (entries, entryCapacity) = (moved, 2 * entryCapacity)
        }
    }

    private mutating func growSlots() {
        slots.deallocate()
        slotCount *= 2
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: 0, count: slotCount)
        for index in 0..<entryCount {
            let entry = entries[index]
            let hash = PostingInverter.hash(text + Int(entry.text), Int(entry.length))
            var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
            slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
        }
    }

    @inline(__always)
    private func equal(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var done = 0
        while done + 8 <= count {
            let (a, b) = (UnsafeRawPointer(one + done), UnsafeRawPointer(other + done))
            if a.loadUnaligned(as: UInt64.self) != b.loadUnaligned(as: UInt64.self) { return false }
            done += 8
        }
        while done < count {
            if one[done] != other[done] { return false }
            done += 1
        }
        return true
    }

    /// Returns the hash of a term.
    @inline(__always)
    static func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let bytes = term.baseAddress else { return 0 }
        return hash(bytes, term.count)
    }

    @inline(__always)
    private static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        var done = 0
        while done + 8 <= count {
            hash = mixed(hash ^ UnsafeRawPointer(bytes + done).loadUnaligned(as: UInt64.self))
            done += 8
        }
        var (rest, shift) = (UInt64(0), UInt64(0))
        while done < count {
            rest |= UInt64(bytes[done]) << shift
            shift += 8
            done += 1
        }
        return mixed(hash ^ rest)
    }

    @inline(__always)
    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}

extension PostingInverter {
    /// The beginning of a term, which decides most comparisons, and the entry's number.
    private struct SortKey {
        var high: UInt64
        var low: UInt64
        var index: UInt32
    }

    /// Calls a closure with each term and its postings, in the order of the terms' bytes.
    func forEachSorted(
        _ body: (_ term: UnsafeBufferPointer<UInt8>, _ count: UInt32, _ postings: UnsafeBufferPointer<UInt8>)
            throws(XapianError) -> Void
    ) throws(XapianError) {
        var keys = UnsafeMutableBufferPointer<SortKey>.allocate(capacity: entryCount)
        defer { keys.deallocate() }
        for index in 0..<entryCount {
            let term = self.term(entries[index])
            keys.initializeElement(
                at: index,
                to: SortKey(
                    high: PostingInverter.word(term, 0), low: PostingInverter.word(term, 8), index: UInt32(index)))
        }
        keys.sort { one, other in
            if one.high != other.high { return one.high < other.high }
            if one.low != other.low { return one.low < other.low }
            return term(entries[Int(one.index)]).lexicographicallyPrecedes(term(entries[Int(other.index)]))
        }
        var postings = ByteSink(capacity: 1 << 16)
        for key in keys {
            let entry = entries[Int(key.index)]
            gather(entry, into: &postings)
            try body(term(entry), entry.count, postings.bytes)
        }
    }

    private func term(_ entry: Entry) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text + Int(entry.text), count: Int(entry.length))
    }

    /// Returns eight bytes of a term as a number that sorts as they do, padded with zero bytes.
    private static func word(_ term: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt64 {
        var word: UInt64 = 0
        for place in offset..<offset + 8 { word = word << 8 | (place < term.count ? UInt64(term[place]) : 0) }
        return word
    }

    private func gather(_ entry: Entry, into postings: inout ByteSink) {
        postings.removeAll()
        var (start, level) = (entry.first, UInt8(0))
        while level < entry.level || (level == 12 && !(start...start + sliceData(level)).contains(entry.end)) {
            let size = sliceData(level)
            postings.append(UnsafeBufferPointer(start: pool + Int(start), count: Int(size)))
            start = UnsafeRawPointer(pool + Int(start + size)).loadUnaligned(as: UInt32.self)
            if level < 12 { level += 1 }
        }
        postings.append(UnsafeBufferPointer(start: pool + Int(start), count: Int(entry.end - start)))
    }

    private func sliceData(_ level: UInt8) -> UInt32 { UInt32(PostingInverter.sliceSize(level) - 4) }
}
