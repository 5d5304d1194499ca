/// A compressed form of a file.
enum Compression: CaseIterable {
    case gzip
    case xz
    case zstandard

    /// The suffix of the file name, with its full stop.
    var suffix: String {
        switch self {
        case .gzip: ".gz"
        case .xz: ".xz"
        case .zstandard: ".zst"
        }
    }

    /// The form's name in messages.
    var name: String {
        switch self {
        case .gzip: "gzip"
        case .xz: "xz"
        case .zstandard: "zstd"
        }
    }

    private var magic: [UInt8] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
        case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
        }
    }

    /// The form that a file's first bytes indicate, or nil where they indicate none.
    init?(firstBytes: UnsafeRawBufferPointer) {
        guard let form = Compression.allCases.first(where: { firstBytes.starts(with: $0.magic) }) else { return nil }
        self = form
    }

    /// The form that a file's name indicates, or nil where it indicates none.
    init?(fileName: String) {
        let name = fileName.lowercased()
        guard let form = Compression.allCases.first(where: { name.hasSuffix($0.suffix) }) else { return nil }
        self = form
    }

    /// A source of the decompressed bytes of another source.
    ///
    /// - Parameter compressed: The source of the compressed bytes, at its beginning.
    /// - Returns: The decompressing source.
    /// - Throws: `Unreadable` where the library has no memory for it.
    func decompressing(_ compressed: any ByteSource) throws -> any ByteSource {
        switch self {
        case .gzip: try GzipSource(compressed)
        case .xz: try XzSource(compressed)
        case .zstandard: try ZstandardSource(compressed)
        }
    }

    /// The reason given for a stream that ends before its end mark.
    var truncated: Unreadable {
        Unreadable("ends in the middle of its \(name) data: it was cut short, fetch it again")
    }

    /// The reason given for a stream whose bytes are invalid.
    var corrupt: Unreadable {
        Unreadable("holds damaged \(name) data: fetch it again or restore it from a copy")
    }

    /// The reason given where the library cannot start.
    var outOfMemory: Unreadable { Unreadable("cannot be decompressed: there is no memory left for \(name)") }
}
