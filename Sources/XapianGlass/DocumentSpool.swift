import Xapian

/// Keeps the contents of documents other than their terms in a file until all documents have their numbers.
///
/// A record holds the document's length, its values (their count, then the slot and bytes of each), its data, and a
/// hash of all of these.
struct DocumentSpool: ~Copyable {
    private let file: ScratchFile
    private var written = 0
    private var buffer = ByteSink(capacity: 1 << 20)
    private let index: Int

    /// The location of a record: its file and its offset.
    struct Place: Sendable {
        let bits: UInt64

        init(bits: UInt64) { self.bits = bits }

        init(file: Int, offset: Int) { bits = UInt64(file) << 48 | UInt64(offset) }

        var file: Int { Int(bits >> 48) }
        var offset: Int { Int(bits & 0xFFFF_FFFF_FFFF) }
    }

    init(path: String, index: Int) throws(XapianError) {
        file = try ScratchFile(path: path)
        self.index = index
    }

    /// Appends a document, and returns its location.
    mutating func append(_ document: Document, length: UInt64) throws(XapianError) -> Place {
        if buffer.count >= 1 << 20 { try flush() }
        let start = buffer.count
        let place = Place(file: index, offset: written + start)
        buffer.pack(length)
        let values = document.valueEntries
        buffer.pack(values.count)
        for (slot, value) in values {
            buffer.pack(slot)
            value.withUnsafeBufferPointer { buffer.packCounted($0) }
        }
        document.data.withUnsafeBufferPointer { buffer.packCounted($0) }
        let record = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer.bytes[start...]))
        buffer.appendBytes(of: UInt32(truncatingIfNeeded: ScratchFile.hash(record)))
        return place
    }

    private mutating func flush() throws(XapianError) {
        try file.write(UnsafeRawBufferPointer(buffer.bytes), withPiecesAt: written)
        written += buffer.count
        buffer.removeAll()
    }

    /// Writes the rest, and returns the file and its size.
    mutating func finish() throws(XapianError) -> (file: ScratchFile, size: Int) {
        try flush()
        return (file, written)
    }
}

/// Reads the records of spools in any order; consecutive records are read together.
struct DocumentSpoolReader: ~Copyable {
    private let files: [(file: ScratchFile, size: Int)]
    private var window: UnsafeMutablePointer<UInt8>
    private var (capacity, count) = (1 << 17, 0)
    private var (windowFile, windowStart) = (-1, 0)

    /// The bytes that are read for one record at first; most records are shorter.
    private static let guess = 8 << 10

    init(_ files: [(file: ScratchFile, size: Int)]) {
        self.files = files
        window = .allocate(capacity: capacity)
    }

    deinit { window.deallocate() }

    /// Reads the record of a document; it is valid until the next one is read.
    mutating func read(_ place: DocumentSpool.Place) throws(XapianError) -> DocumentRecord {
        var size = DocumentSpoolReader.guess
        while true {
            let bytes = try bytes(place, size)
            let isWhole = place.offset + bytes.count >= files[place.file].size
            if let record = DocumentRecord(bytes) { return record }
            guard !isWhole else { throw files[place.file].file.damaged }
            size *= 8
        }
    }

    private mutating func bytes(_ place: DocumentSpool.Place, _ size: Int) throws(XapianError) -> UnsafeBufferPointer<
        UInt8
    > {
        let wanted = min(size, files[place.file].size - place.offset)
        let isThere =
            place.file == windowFile && place.offset >= windowStart
            && place.offset + wanted <= windowStart + count
        if !isThere {
            // If a record follows the one before, many more are likely to.
            let follows = place.file == windowFile && place.offset >= windowStart && place.offset <= windowStart + count
            let least = follows ? max(wanted, 1 << 17) : wanted
            if least > capacity {
                window.deallocate()
                (window, capacity) = (.allocate(capacity: least), least)
            }
            (windowFile, windowStart) = (place.file, place.offset)
            count = min(least, files[place.file].size - place.offset)
            try files[place.file].file.readUnchecked(
                UnsafeMutableRawBufferPointer(start: window, count: count), at: place.offset)
        }
        let offset = place.offset - windowStart
        return UnsafeBufferPointer(start: window + offset, count: min(wanted, count - offset))
    }
}

/// A record of a spool.
struct DocumentRecord {
    let length: UInt32
    let values: [(slot: UInt32, value: UnsafeBufferPointer<UInt8>)]
    let data: UnsafeBufferPointer<UInt8>

    /// Creates the record at the beginning of some bytes, or nil if they do not hold all of it as it was written.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
        var reader = PackedReader(bytes, else: start)
        length = UInt32(clamping: reader.next())
        let count = Int(clamping: reader.next())
        guard count <= bytes.count else { return nil }
        var values: [(slot: UInt32, value: UnsafeBufferPointer<UInt8>)] = []
        for _ in 0..<count {
            let slot = UInt32(truncatingIfNeeded: reader.next())
            guard let value = reader.counted() else { return nil }
            values.append((slot, value))
        }
        self.values = values
        guard let data = reader.counted() else { return nil }
        self.data = data
        let record = UnsafeRawBufferPointer(start: start, count: reader.place - start)
        let hash = reader.bytes(MemoryLayout<UInt32>.size)
        guard hash.count == MemoryLayout<UInt32>.size, let hash = hash.baseAddress,
            UnsafeRawPointer(hash).loadUnaligned(as: UInt32.self)
                == UInt32(truncatingIfNeeded: ScratchFile.hash(record))
        else { return nil }
    }
}
