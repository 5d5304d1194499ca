/// The syllables of one text, in the order of the text.
///
/// A syllable is a run of letters and digits. Its *exact* key is in lower case, with `Ð` as `đ`, invisible characters
/// dropped, full-width forms narrowed, vowel marks composed with their letter, and the Vietnamese tone marks moved from
/// their letters to the end in canonical order: `hòa` and `hoà` have the same key, however they are encoded. Other
/// marked letters of Latin, Greek and Cyrillic become the plain letter and its combining marks (`ü` becomes u and
/// U+0308), conjoining Hangul becomes the composed block; letters of other scripts are kept as typed. Its *folded* key
/// has no marks at all: `d` for `đ`, `o` for `ø`, `ss` for `ß`. Keys are at most 60 bytes; longer ones are cut.
///
/// Memory is reused from one scan to the next. Of a text longer than `longestText` bytes, only that many are read.
///
/// ```swift
/// let syllables = Syllables("Hà Nội, hoà bình")
/// let keys = syllables.indices.map { String(decoding: syllables.folded(at: $0), as: UTF8.self) }
/// ```
package struct Syllables: RandomAccessCollection, Sendable {
    /// The maximum number of bytes read of a text.
    package static let longestText = 1 << 30

    private(set) var records: [SyllableRecord] = []
    private(set) var exactKeys: [UInt8] = []
    private(set) var foldedKeys: [UInt8] = []
    /// The number of records that belong to the text scanned last.
    package private(set) var count = 0

    /// Creates an empty collection.
    package init() {}

    /// Scans a text for its syllables.
    package init(_ text: String) {
        scan(text)
    }

    /// Replaces the content with the syllables of a text.
    package mutating func scan(_ text: String) {
        var text = text
        text.withUTF8 { scan($0) }
    }

    /// Replaces the content with the syllables of a text; bytes that are not well-formed UTF-8 act as separators.
    ///
    /// Linear in the length of the text; it allocates nothing once the buffers have grown to the longest text.
    package mutating func scan(_ text: UnsafeBufferPointer<UInt8>) {
        count = 0
        guard let source = text.baseAddress else { return }
        let end = Swift.min(text.count, Syllables.longestText)
        var scanner = SyllableScanner()
        reserve(records: end / 8 + 8, keys: end + SyllableScanner.keyRoom)
        while scanner.position < end {
            let (records, exactKeys, foldedKeys) = (self.records.count, self.exactKeys.count, self.foldedKeys.count)
            if scanner.count >= records { reserve(records: records * 2, keys: 0) }
            let keys = Swift.min(exactKeys - scanner.exactUsed, foldedKeys - scanner.foldedUsed)
            if keys < SyllableScanner.keyRoom { reserve(records: 0, keys: exactKeys * 3 / 2 + SyllableScanner.keyRoom) }
            run(&scanner, source, end: end)
        }
        count = scanner.count
    }

    private mutating func run(_ scanner: inout SyllableScanner, _ source: UnsafePointer<UInt8>, end: Int) {
        records.withUnsafeMutableBufferPointer { records in
            exactKeys.withUnsafeMutableBufferPointer { exact in
                foldedKeys.withUnsafeMutableBufferPointer { folded in
                    let buffers = SyllableScanner.Buffers(records: records, exact: exact, folded: folded)
                    ScalarTable.withPointers { table in
                        scanner.run(source, end: end, into: buffers, table: table)
                    }
                }
            }
        }
    }

    private mutating func reserve(records newRecords: Int, keys: Int) {
        if newRecords > records.count {
            records.append(contentsOf: repeatElement(SyllableRecord(), count: newRecords - records.count))
        }
        if keys > exactKeys.count { exactKeys.append(contentsOf: repeatElement(0, count: keys - exactKeys.count)) }
        if keys > foldedKeys.count { foldedKeys.append(contentsOf: repeatElement(0, count: keys - foldedKeys.count)) }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    /// A copy of one syllable; on a hot path, use the accessors of its parts instead.
    package subscript(position: Int) -> Syllable {
        Syllable(
            range: range(at: position), exact: exact(at: position), folded: folded(at: position),
            isMarked: isMarked(at: position))
    }

    private func record(at position: Int) -> SyllableRecord {
        precondition(position < count, "syllable \(position) of \(count)")
        return records[position]
    }
}

extension Syllables {
    /// The byte range of the text that a syllable was read from, with its combining marks.
    package func range(at position: Int) -> Range<Int> {
        let record = record(at: position)
        return Int(record.start)..<Int(record.end)
    }

    /// Whether a syllable carries any mark, so that its two keys differ.
    package func isMarked(at position: Int) -> Bool { record(at: position).isMarked }

    /// A hash of the exact key, valid for one run of the program.
    package func exactHash(at position: Int) -> UInt64 { record(at: position).exactHash }

    /// A hash of the folded key, valid for one run of the program; equal keys have equal hashes, exact or folded.
    package func foldedHash(at position: Int) -> UInt64 { record(at: position).foldedHash }

    /// The exact key in UTF-8, 1 to 60 bytes.
    package func exact(at position: Int) -> [UInt8] { withExact(at: position) { Array($0) } }

    /// The folded key in UTF-8, 1 to 60 bytes.
    package func folded(at position: Int) -> [UInt8] { withFolded(at: position) { Array($0) } }

    /// Calls `body` with the exact key, which is valid until it returns.
    package func withExact<Result>(
        at position: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        let record = record(at: position)
        let (start, length) = (Int(record.exactOffset), Int(record.exactLength))
        return try exactKeys.withUnsafeBufferPointer {
            try body(UnsafeBufferPointer(rebasing: $0[start..<start + length]))
        }
    }

    /// Calls `body` with the folded key, which is valid until it returns.
    package func withFolded<Result>(
        at position: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        let record = record(at: position)
        let (start, length) = (Int(record.foldedOffset), Int(record.foldedLength))
        return try foldedKeys.withUnsafeBufferPointer {
            try body(UnsafeBufferPointer(rebasing: $0[start..<start + length]))
        }
    }

    /// Calls `body` with pointers to all records and keys; where there are none, `body` is not called.
    @inline(__always)
    func withPointers(
        _ body: (UnsafePointer<SyllableRecord>, _ exact: UnsafePointer<UInt8>, _ folded: UnsafePointer<UInt8>) -> Void
    ) {
        records.withUnsafeBufferPointer { records in
            exactKeys.withUnsafeBufferPointer { exact in
                foldedKeys.withUnsafeBufferPointer { folded in
                    guard let records = records.baseAddress, let exact = exact.baseAddress,
                        let folded = folded.baseAddress
                    else { return }
                    body(records, exact, folded)
                }
            }
        }
    }
}
