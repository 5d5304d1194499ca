import Xapian

/// Writes the values of documents by slot and then by document, in the form in which the table of postings holds them.
///
/// The table is ordered by slot but values arrive by document, so each slot has a file until the end.
struct ValueStreams: ~Copyable {
    private struct Stream {
        let slot: UInt32
        let file: ScratchFile
        var written = 0
        var pieces: [ScratchFile.Piece] = []
        /// The entries, in the form that `PostingListWriter` produces.
        var entries: [UInt8] = []
        var chunk: [UInt8] = []
        var firstOfChunk: UInt32 = 0
        var last: UInt32 = 0
        var count = 0
        var lowest: [UInt8] = []
        var highest: [UInt8] = []
    }

    private let folder: String
    private var streams: [UInt32: Stream] = [:]
    private var packing = ByteSink()

    /// The size in bytes at which a chunk is full, the same as Xapian's.
    private static let fullChunk = 2_000

    init(folder: String) { self.folder = folder }

    /// Adds the value of a document, which comes after all others of the slot.
    mutating func add(
        _ value: UnsafeBufferPointer<UInt8>, slot: UInt32, document: UInt32
    ) throws(XapianError) {
        var stream: Stream
        if let present = streams.removeValue(forKey: slot) {
            stream = present
        } else {
            stream = Stream(slot: slot, file: try ScratchFile(path: "\(folder)/values-\(slot)"))
        }
        packing.removeAll()
        if stream.chunk.isEmpty {
            stream.firstOfChunk = document
        } else {
            packing.pack(document - stream.last - 1)
        }
        packing.packCounted(value)
        stream.chunk.append(contentsOf: packing.bytes)
        stream.last = document
        stream.count += 1
        if stream.count == 1 {
            (stream.lowest, stream.highest) = (Array(value), Array(value))
        } else if value.lexicographicallyPrecedes(stream.lowest) {
            stream.lowest = Array(value)
        } else if stream.highest.lexicographicallyPrecedes(value) {
            stream.highest = Array(value)
        }
        if stream.chunk.count >= ValueStreams.fullChunk { endChunk(&stream) }
        if stream.entries.count >= 1 << 18 { try flush(&stream) }
        streams[slot] = stream
    }

    private func endChunk(_ stream: inout Stream) {
        guard !stream.chunk.isEmpty else { return }
        var key = ByteSink()
        var entry = ByteSink()
        GlassKey.values(slot: stream.slot, from: stream.firstOfChunk, into: &key)
        entry.packCounted(key.bytes)
        stream.chunk.withUnsafeBufferPointer { entry.packCounted($0) }
        stream.entries.append(contentsOf: entry.bytes)
        stream.chunk.removeAll(keepingCapacity: true)
    }

    private func flush(_ stream: inout Stream) throws(XapianError) {
        let (file, place, entries) = (stream.file, stream.written, stream.entries)
        guard !entries.isEmpty else { return }
        stream.pieces.append(
            try entries.withUnsafeBufferPointer { bytes throws(XapianError) in
                try file.write(UnsafeRawBufferPointer(bytes), at: place)
            })
        stream.written += entries.count
        stream.entries.removeAll(keepingCapacity: true)
    }

    /// Adds everything to the table, statistics first.
    mutating func finish(into table: GlassTable) throws(XapianError) {
        // Keys end in the number's bytes, lowest first.
        let keyed = streams.keys.map { (GlassKey.valueStatistics(slot: $0), $0) }
        for (key, slot) in keyed.sorted(by: { $0.0.lexicographicallyPrecedes($1.0) }) {
            guard let stream = streams[slot] else { continue }
            var tag = ByteSink()
            tag.pack(stream.count)
            stream.lowest.withUnsafeBufferPointer { tag.packCounted($0) }
            if stream.lowest != stream.highest { tag.append(stream.highest) }
            try table.add(key, tag.bytes)
        }
        let packed = streams.keys.map { slot in
            var key = ByteSink()
            GlassKey.values(slot: slot, from: 0, into: &key)
            return (Array(key.bytes), slot)
        }
        for (_, slot) in packed.sorted(by: { $0.0.lexicographicallyPrecedes($1.0) }) {
            guard var stream = streams.removeValue(forKey: slot) else { continue }
            endChunk(&stream)
            try flush(&stream)
            try table.add(entriesOf: stream.pieces, in: stream.file)
        }
    }
}

extension GlassTable {
    func add(_ key: [UInt8], _ tag: UnsafeBufferPointer<UInt8>) throws(XapianError) {
        try key.withUnsafeBufferPointer { key throws(XapianError) in try add(key, tag) }
    }

    /// Adds keys and tags that are stored with their lengths.
    func add(entries: UnsafeBufferPointer<UInt8>) throws(XapianError) {
        guard let start = entries.baseAddress else { return }
        var reader = PackedReader(entries, else: start)
        while !reader.isAtEnd {
            guard let key = reader.counted(), let tag = reader.counted() else {
                throw XapianError(kind: .database, message: "entries for a table break off")
            }
            try add(key, tag)
        }
    }

    /// Adds keys and tags from a file, stored with their lengths; each piece holds only whole ones.
    fileprivate func add(entriesOf pieces: [ScratchFile.Piece], in file: ScratchFile) throws(XapianError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: pieces.map(\.size).max() ?? 0, alignment: 16)
        defer { buffer.deallocate() }
        for piece in pieces {
            try file.read(piece, into: buffer)
            try add(entries: UnsafeBufferPointer(rebasing: buffer.bindMemory(to: UInt8.self)[..<piece.size]))
        }
    }
}
