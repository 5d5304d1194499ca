package import Xapian

/// The documents of a sealed database that were replaced or removed since, one bit each.
///
/// They are stored in the metadata of the live database beside it, so that they change with its commits and at no other
/// time. They are divided into chunks of some hundred bytes, so that one removal writes little. None is ever removed:
/// an article that comes back is stored in the live database.
package struct Tombstones: Hashable, Sendable {
    /// The number of words of 64 documents in a chunk.
    static let chunkWords = 64

    /// The documents that have a tombstone.
    package private(set) var documents = DocumentSet()
    /// The number of tombstones.
    package private(set) var count = 0
    /// The chunks that have changed since they were last read or written.
    private var changedChunks: Set<Int> = []

    /// Creates an empty value.
    package init() {}

    /// Returns whether a document has a tombstone.
    package func contains(_ document: DocumentID) -> Bool { documents.contains(document) }

    /// Adds a document's tombstone, and returns false if it already had one.
    @discardableResult
    package mutating func insert(_ document: DocumentID) -> Bool {
        guard documents.insert(document) else { return false }
        count += 1
        note(document)
        return true
    }

    /// Removes a tombstone that was inserted since the last commit.
    package mutating func remove(_ document: DocumentID) {
        guard documents.contains(document) else { return }
        documents.remove(document)
        count -= 1
        note(document)
    }

    private mutating func note(_ document: DocumentID) {
        changedChunks.insert(Int(document) / (64 * Tombstones.chunkWords))
    }

    /// Returns the tombstones of documents whose numbers are all shifted by the same offset.
    ///
    /// - Parameter offset: the offset added to each number; the results are 1 and up.
    /// - Returns: the moved tombstones, all of them still to be written.
    package func moved(by offset: Int) -> Tombstones {
        var moved = Tombstones()
        documents.forEach { moved.insert(DocumentID(Int($0) + offset)) }
        return moved
    }
}

extension Tombstones {
    /// The metadata key of the number of tombstones, in decimal.
    private static let countKey = "tracuu.tombstones"

    /// Returns the metadata key of a chunk: its bits in bytes, the lowest first, without zero bytes at the end, then
    /// their hash.
    private static func key(of chunk: Int) -> String { "\(countKey).\(chunk)" }

    /// Returns the number of tombstones that a database's metadata record; it never decreases.
    package static func count(in live: Database) throws(XapianError) -> Int {
        let text = String(decoding: try live.metadata(countKey), as: UTF8.self)
        if text.isEmpty { return 0 }
        guard let count = Int(text), count >= 0 else {
            throw XapianError(kind: .databaseCorrupt, message: "the number of tombstones cannot be read")
        }
        return count
    }

    /// Reads the tombstones from the metadata of a live database.
    ///
    /// - Parameters:
    ///   - live: the database, or several opened as one with the live one first.
    ///   - last: the highest number of a sealed document.
    /// - Throws: `databaseCorrupt` if they are not as they were written; `databaseModified`.
    package init(in live: Database, upTo last: DocumentID) throws(XapianError) {
        let expected = try Tombstones.count(in: live)
        guard expected > 0 else {
            self.init()
            return
        }
        try self.init(chunksIn: live, upTo: last) { () throws(XapianError) in
            throw XapianError(
                kind: .databaseCorrupt, message: "which sealed articles were removed cannot be read any more")
        }
        guard count == expected else {
            throw XapianError(
                kind: .databaseCorrupt,
                message: "\(expected) sealed articles were removed, and which is known of \(count) of them")
        }
    }

    /// Reads the readable tombstones from the metadata of a live database, regardless of their recorded number.
    ///
    /// - Throws: `databaseModified`, or what opening throws; damage is not an error.
    package init(readableIn live: Database, upTo last: DocumentID) throws(XapianError) {
        do {
            try self.init(chunksIn: live, upTo: last) {}
        } catch {
            guard error.kind == .databaseCorrupt else { throw error }
            self.init()
        }
    }

    private init(
        chunksIn live: Database, upTo last: DocumentID, whereUnreadable: () throws(XapianError) -> Void
    ) throws(XapianError) {
        var words: [UInt64] = []
        for chunk in 0...Int(last) / (64 * Tombstones.chunkWords) {
            let stored = try live.metadata(Tombstones.key(of: chunk))
            guard !stored.isEmpty else { continue }
            let bits = Array(stored.dropLast(Tombstones.hashLength))
            guard bits.count <= Tombstones.chunkWords * 8, stored == Tombstones.stored(bits, chunk: chunk) else {
                try whereUnreadable()
                continue
            }
            let start = chunk * Tombstones.chunkWords
            words.append(contentsOf: repeatElement(0, count: max(0, start + (bits.count + 7) / 8 - words.count)))
            for (place, byte) in bits.enumerated() {
                words[start + place / 8] |= UInt64(byte) << UInt64(place % 8 * 8)
            }
        }
        documents = DocumentSet(words: words)
        count = documents.count
    }

    /// Writes the changes to the metadata of a live database; these still have to be committed.
    ///
    /// - Parameter live: the database, which contains what was written before.
    /// - Throws: `XapianError`; all changes remain to be written in this case.
    package mutating func write(to live: WritableDatabase) throws(XapianError) {
        guard !changedChunks.isEmpty else { return }
        for chunk in changedChunks.sorted() {
            let range = chunk * Tombstones.chunkWords..<(chunk + 1) * Tombstones.chunkWords
            let words = documents.words
            var bits = words[range.clamped(to: 0..<words.count)].flatMap { word in
                (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
            }
            while bits.last == 0 { bits.removeLast() }
            try live.setMetadata(
                Tombstones.key(of: chunk), to: bits.isEmpty ? [] : Tombstones.stored(bits, chunk: chunk))
        }
        try live.setMetadata(Tombstones.countKey, to: Array(String(count).utf8))
        changedChunks = []
    }

    private static let hashLength = 16

    /// Returns the value stored for a chunk, with a hash: Xapian's tables have no checksums of their own.
    private static func stored(_ bits: [UInt8], chunk: Int) -> [UInt8] {
        bits + ContentHash(of: Array(String(chunk).utf8) + [0] + bits).bytes
    }
}
