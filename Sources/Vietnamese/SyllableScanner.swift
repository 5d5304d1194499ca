/// The state machine that splits UTF-8 text into syllables and writes their keys.
///
/// It works in steps: `run` stops between two syllables when a buffer is nearly full, the caller grows the buffers, and
/// the next `run` continues from there.
struct SyllableScanner {
    /// The offset of the next byte to read.
    var position = 0
    /// The number of records written.
    var count = 0
    /// The number of bytes of exact keys written.
    var exactUsed = 0
    /// The number of bytes of folded keys written.
    var foldedUsed = 0
    /// The end of the last run of digits that is not a single number; digits before it are read one group at a time.
    var splitDigitsUntil = 0

    /// The capacity in bytes that one syllable may need in each key buffer, including bytes written and read past a
    /// key.
    static let keyRoom = 256
    /// The length at which a key under construction stops growing: past the longest key, so that it will be cut.
    static let lengthCap = 64
    /// The number of bytes of text between two checks of the cap; each byte adds three bytes to a key at most.
    private static let stride = 24

    /// The buffers that a scan writes into.
    struct Buffers {
        var records: UnsafeMutableBufferPointer<SyllableRecord>
        var exact: UnsafeMutableBufferPointer<UInt8>
        var folded: UnsafeMutableBufferPointer<UInt8>
    }

    /// Scans until the text ends or a buffer has no capacity for another syllable.
    mutating func run(
        _ source: UnsafePointer<UInt8>, end: Int, into buffers: Buffers, table: ScalarTable.Pointers
    ) {
        guard let records = buffers.records.baseAddress, let exactBase = buffers.exact.baseAddress,
            let foldedBase = buffers.folded.baseAddress
        else { return }
        let recordLimit = buffers.records.count
        let exactLimit = buffers.exact.count - SyllableScanner.keyRoom
        let foldedLimit = buffers.folded.count - SyllableScanner.keyRoom
        // Local variables stay in registers; properties of self would not.
        var (position, count, exactUsed, foldedUsed) = (position, count, exactUsed, foldedUsed)

        while position < end, count < recordLimit, exactUsed <= exactLimit, foldedUsed <= foldedLimit {
            let start = position
            let exact = exactBase + exactUsed
            let folded = foldedBase + foldedUsed
            var exactLength = 0
            var foldedLength = 0
            var tones: ToneList = 0
            // This becomes nonzero once the keys differ in more than tones.
            var difference: UInt64 = 0
            // The width of the separator that ends the syllable, so that the next syllable can skip it.
            var separatorWidth = 1
            // Invisible scalars at the end of a syllable do not belong to its range.
            var (visibleEnd, droppedEnd) = (0, -1)

            // Keys are limited to the cap once for each stride, not for each letter.
            var stop = min(end, start &+ SyllableScanner.stride)

            letters: while true {
                if position >= stop {
                    if position >= end { break }
                    exactLength = SyllableScanner.capped(exact, exactLength)
                    foldedLength = min(foldedLength, SyllableScanner.lengthCap)
                    stop = min(end, position &+ SyllableScanner.stride)
                }
                // Most letters are ASCII and come in runs.
                let byte = source[position]
                let lower = table.leads[Int(byte)].lower
                if lower != 0 {
                    exact[exactLength] = lower
                    folded[foldedLength] = lower
                    exactLength &+= 1
                    foldedLength &+= 1
                    position &+= 1
                    continue
                }
                if byte < 0x80 { break }
                let (entry, width) = table.read(source, at: position, end: end)
                if entry.kind != .letter {
                    switch entry.kind {
                    case .tone where SyllableScanner.endsWithLetter(exact, exactLength):
                        tones = tones.appending(entry.tones)
                        position &+= width
                        continue letters
                    case .mark where SyllableScanner.endsWithLetter(exact, exactLength):
                        exactLength = SyllableScanner.append(entry, to: exact, length: exactLength)
                        tones = tones.appending(entry.tones)
                        difference = 1
                        position &+= width
                        continue letters
                    case .dropped where exactLength > 0:
                        if position != droppedEnd { visibleEnd = position }
                        position &+= width
                        droppedEnd = position
                        continue letters
                    case .superscript where SyllableScanner.endsWithLetter(exact, exactLength):
                        break
                    case .single where exactLength == 0:
                        separatorWidth = 0
                    case .single:
                        separatorWidth = 0
                        break letters
                    default:
                        separatorWidth = width
                        break letters
                    }
                }
                UnsafeMutableRawPointer(exact + exactLength).storeBytes(of: entry.exact, as: UInt64.self)
                UnsafeMutableRawPointer(folded + foldedLength).storeBytes(of: entry.folded, as: UInt32.self)
                exactLength &+= Int(entry.exactLength)
                foldedLength &+= Int(entry.foldedLength)
                difference |= entry.difference
                tones = tones.appending(entry.tones)
                position &+= width
                if separatorWidth == 0 {
                    let marks = SyllableScanner.readMarks(source, from: position, end: end, table: table)
                    for mark in marks.read {
                        if mark.kind == .mark {
                            exactLength = SyllableScanner.append(mark, to: exact, length: exactLength)
                            difference = 1
                        }
                        tones = tones.appending(mark.tones)
                    }
                    position = marks.end
                    break
                }
            }
            if exactLength == 0 {
                position &+= separatorWidth
                continue
            }
            var syllableEnd = position == droppedEnd ? visibleEnd : position
            exactLength &+= tones.write(to: exact + exactLength)
            var isMarked = difference | tones != 0
            if exact[0] &- 0x30 < 10, position &+ 1 < end, source[position] == 0x2E || source[position] == 0x2C,
                source[position &+ 1] &- 0x30 < 10, start >= splitDigitsUntil,
                SyllableScanner.areDigits(source, start, position)
            {
                let number = NumberReading(source, from: start, end: end)
                if number.isOneNumber {
                    exactLength = number.write(source, from: start, to: exact, limit: SyllableScanner.lengthCap)
                    foldedLength = number.write(source, from: start, to: folded, limit: SyllableScanner.lengthCap)
                    (position, syllableEnd, separatorWidth) = (number.end, number.end, 0)
                } else {
                    splitDigitsUntil = number.end
                }
            }
            if exactLength > SyllableRecord.longestKey || foldedLength > SyllableRecord.longestKey {
                exactLength = SyllableScanner.cut(exact, exactLength)
                foldedLength = SyllableScanner.fold(exact, exactLength, into: folded)
                isMarked = exactLength != foldedLength || !KeyHash.areEqual(exact, folded, exactLength)
            }
            records[count] = SyllableRecord(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: syllableEnd),
                exactOffset: UInt32(truncatingIfNeeded: exactUsed),
                foldedOffset: UInt32(truncatingIfNeeded: foldedUsed),
                exactLength: UInt8(truncatingIfNeeded: exactLength),
                foldedLength: UInt8(truncatingIfNeeded: foldedLength), isMarked: isMarked)
            count &+= 1
            exactUsed &+= exactLength
            foldedUsed &+= foldedLength
            position &+= separatorWidth
        }
        // The hashes are computed here and not above because reading a key as words right after writing its bytes would
        // stall.
        for record in records + self.count..<records + count {
            record.pointee.exactHash = KeyHash.hash(
                exactBase + Int(record.pointee.exactOffset), Int(record.pointee.exactLength))
            record.pointee.foldedHash =
                record.pointee.isMarked
                ? KeyHash.hash(foldedBase + Int(record.pointee.foldedOffset), Int(record.pointee.foldedLength))
                : record.pointee.exactHash
        }
        (self.position, self.count, self.exactUsed, self.foldedUsed) = (position, count, exactUsed, foldedUsed)
    }
}
