import CXXHash
package import Xapian

/// A file for data that is read back by the process that wrote it; whatever does not come back as it was written is an error.
package final class ScratchFile: Sendable {
    /// Some bytes of the file that were written at one go.
    package struct Piece: Hashable, Sendable {
        /// Where it begins, in bytes from the file's beginning.
        package var place: Int
        /// How many bytes it has.
        package var size: Int
        fileprivate var hash: UInt64

        /// A piece that will be written at a place.
        init(_ bytes: UnsafeRawBufferPointer, at place: Int) {
            (self.place, size, hash) = (place, bytes.count, ScratchFile.hash(bytes))
        }
    }

    private let file: RandomAccessFile

    /// Makes an empty file in the place of any that is there.
    ///
    /// - Parameter path: where it is to lie.
    /// - Throws: `database`, `diskFull`.
    package init(path: String) throws(XapianError) { file = try RandomAccessFile(path: path) }

    /// Where it lies.
    package var path: String { file.path }

    /// Writes bytes as one piece.
    ///
    /// - Parameters:
    ///   - bytes: the bytes.
    ///   - place: where the first of them goes.
    /// - Returns: what to read them back by.
    /// - Throws: `database`, `diskFull`.
    package func write(_ bytes: UnsafeRawBufferPointer, at place: Int) throws(XapianError) -> Piece {
        try file.write(bytes, at: place)
        return Piece(bytes, at: place)
    }

    /// Writes bytes whose pieces the caller has made.
    func write(_ bytes: UnsafeRawBufferPointer, withPiecesAt place: Int) throws(XapianError) {
        try file.write(bytes, at: place)
    }

    /// Reads a piece.
    ///
    /// - Parameters:
    ///   - piece: the piece.
    ///   - buffer: where its bytes go; it has room for all of them.
    /// - Throws: `database`, also where the bytes are not those that were written.
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
    ///   - place: where to begin.
    /// - Throws: `database`, also where the file ends before the buffer is full.
    func readUnchecked(_ bytes: UnsafeMutableRawBufferPointer, at place: Int) throws(XapianError) {
        guard try file.read(bytes, at: place) == bytes.count else { throw damaged }
    }

    /// What is said where the file does not hold what was written to it.
    package var damaged: XapianError {
        XapianError(kind: .database, message: "\(path) does not hold what was written to it")
    }

    /// The hash of some bytes: XXH3, 64 bits.
    static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 { XXH3_64bits(bytes.baseAddress, bytes.count) }
}
