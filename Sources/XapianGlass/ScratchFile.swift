import CXXHash
package import Xapian

/// A file that is read back by the process that wrote it; bytes that differ from those written are an error.
package final class ScratchFile: Sendable {
    /// A part of the file that was written in one call.
    package struct Piece: Hashable, Sendable {
        /// The offset in the file, in bytes.
        package var place: Int
        /// The size in bytes.
        package var size: Int
        fileprivate var hash: UInt64

        /// Creates the description of a piece that will be written at an offset.
        init(_ bytes: UnsafeRawBufferPointer, at place: Int) {
            (self.place, size, hash) = (place, bytes.count, ScratchFile.hash(bytes))
        }
    }

    private let file: RandomAccessFile

    /// Creates an empty file, replacing any that exists.
    ///
    /// - Parameter path: the file's path.
    /// - Throws: `database`, `diskFull`.
    package init(path: String) throws(XapianError) { file = try RandomAccessFile(path: path) }

    /// The file's path.
    package var path: String { file.path }

    /// Writes bytes as one piece.
    ///
    /// - Parameters:
    ///   - bytes: the bytes.
    ///   - place: the offset at which they are written.
    /// - Returns: the piece, with which they can be read back.
    /// - Throws: `database`, `diskFull`.
    package func write(_ bytes: UnsafeRawBufferPointer, at place: Int) throws(XapianError) -> Piece {
        try file.write(bytes, at: place)
        return Piece(bytes, at: place)
    }

    /// Writes bytes whose pieces the caller has created.
    func write(_ bytes: UnsafeRawBufferPointer, withPiecesAt place: Int) throws(XapianError) {
        try file.write(bytes, at: place)
    }

    /// Reads a piece.
    ///
    /// - Parameters:
    ///   - piece: the piece.
    ///   - buffer: a buffer that is large enough for all of its bytes.
    /// - Throws: `database`, also if the bytes are not those that were written.
    package func read(_ piece: Piece, into buffer: UnsafeMutableRawBufferPointer) throws(XapianError) {
        guard piece.size <= buffer.count else { throw damaged }
        let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[..<piece.size])
        guard try file.read(bytes, at: piece.place) == piece.size,
            ScratchFile.hash(UnsafeRawBufferPointer(bytes)) == piece.hash
        else { throw damaged }
    }

    /// Reads bytes that carry a hash of their own.
    ///
    /// - Parameters:
    ///   - bytes: the buffer.
    ///   - place: the offset at which to begin.
    /// - Throws: `database`, also if the file ends before the buffer is full.
    func readUnchecked(_ bytes: UnsafeMutableRawBufferPointer, at place: Int) throws(XapianError) {
        guard try file.read(bytes, at: place) == bytes.count else { throw damaged }
    }

    /// The error for a file that does not hold what was written to it.
    package var damaged: XapianError {
        XapianError(kind: .database, message: "\(path) does not hold what was written to it")
    }

    /// The hash of some bytes: XXH3, 64 bits.
    static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 { XXH3_64bits(bytes.baseAddress, bytes.count) }
}
