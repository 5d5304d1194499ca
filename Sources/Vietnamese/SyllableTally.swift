/// Turns syllables into terms and counts them: the hot loop of `NgramCounter`.
struct SyllableTally {
    /// A prefix with `KeyHash.slack` readable bytes behind it.
    struct Prefix {
        var bytes: UnsafePointer<UInt8>
        var length: Int
    }

    let exact: Prefix
    let folded: Prefix
    let bigram: Prefix
    /// Bytes that the terms of one syllable may take.
    let room: Int
    /// The call of `NgramCounter.add` that this is.
    let run: UInt32

    /// Counts until the syllables end or the table has no room, and returns the first syllable not counted.
    func count(_ syllables: Syllables, from start: Int, in table: inout TermTable) -> Int {
        syllables.withPointers { records, exactKeys, foldedKeys in
            var position = start
            while position < syllables.count, table.hasRoom(terms: 3, bytes: room) {
                let record = records + position
                let key = foldedKeys + Int(record.pointee.foldedOffset)
                let keyLength = Int(record.pointee.foldedLength)
                let exactIndex = countExact(record, exactKeys, in: &table)
                if record.pointee.isMarked {
                    if table.entries[exactIndex].foldedRun == run {
                        table.increase(Int(table.entries[exactIndex].folded), by: 1)
                    } else {
                        let index = countFolded(key, keyLength, hash: record.pointee.foldedHash, in: &table)
                        table.entries[exactIndex].folded = UInt32(truncatingIfNeeded: index)
                        table.entries[exactIndex].foldedRun = run
                    }
                }
                position &+= 1
                if position < syllables.count {
                    let next = records + position
                    countBigram(
                        key, keyLength, foldedKeys + Int(next.pointee.foldedOffset), Int(next.pointee.foldedLength),
                        in: &table)
                }
            }
            return position
        }
    }

    @inline(__always)
    private func countExact(
        _ record: UnsafePointer<SyllableRecord>, _ keys: UnsafePointer<UInt8>, in table: inout TermTable
    ) -> Int {
        let length = Int(record.pointee.exactLength)
        let tail = table.tail
        copy(exact.bytes, to: tail, length: exact.length)
        copy(keys + Int(record.pointee.exactOffset), to: tail + exact.length, length: length)
        let hash = exact.length == 0 ? record.pointee.exactHash : KeyHash.hash(tail, exact.length &+ length)
        return table.count(hash: hash, length: exact.length &+ length, by: 1)
    }

    @inline(__always)
    private func countFolded(
        _ key: UnsafePointer<UInt8>, _ length: Int, hash: UInt64, in table: inout TermTable
    ) -> Int {
        let tail = table.tail
        copy(folded.bytes, to: tail, length: folded.length)
        copy(key, to: tail + folded.length, length: length)
        let hash = folded.length == 0 ? hash : KeyHash.hash(tail, folded.length &+ length)
        return table.count(hash: hash, length: folded.length &+ length, by: 1)
    }

    @inline(__always)
    private func countBigram(
        _ first: UnsafePointer<UInt8>, _ firstLength: Int, _ second: UnsafePointer<UInt8>, _ secondLength: Int,
        in table: inout TermTable
    ) {
        let tail = table.tail
        copy(bigram.bytes, to: tail, length: bigram.length)
        copy(first, to: tail + bigram.length, length: firstLength)
        var length = bigram.length &+ firstLength
        tail[length] = UInt8(ascii: " ")
        length &+= 1
        copy(second, to: tail + length, length: secondLength)
        length &+= secondLength
        _ = table.count(hash: KeyHash.hash(tail, length), length: length, by: 1)
    }

    /// Copies at least `length` bytes, eight at a time; the target has room for more.
    @inline(__always)
    private func copy(_ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, length: Int) {
        let (source, target) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
        var offset = 0
        while offset < length {
            target.storeBytes(
                of: source.loadUnaligned(fromByteOffset: offset, as: UInt64.self), toByteOffset: offset, as: UInt64.self
            )
            offset &+= 8
        }
    }
}
