package import ArticleModel
import TextCoding

/// The form in which an article is stored in the database, so that snippets, phrases and a rebuild need no files.
///
/// A record is a version byte, a byte of flags, the hashes of the parts, their lengths, then the parts: the fields that
/// hits show; the fields that are only stored, if there are any; the text. Each part is compressed separately, so that
/// showing a title does not touch the text. Hashes are those of the parts before compression: they show whether an
/// article has changed as well as whether a record is damaged.
package enum StoredArticle {
    /// The version of the record layout, and of the words and the dictionary used for compression.
    package static let version: UInt8 = 3

    /// The part of an article that is read.
    package enum Extent: Sendable, CaseIterable {
        /// Everything except the text and the fields that are only stored.
        case head
        /// Everything except the fields that are only stored: fields that the index does not know, and where values
        /// were found.
        case text
        /// Everything.
        case whole
    }

    /// The flags in the second byte of a record.
    private struct Flags: OptionSet {
        let rawValue: UInt8

        static let headIsCompressed = Flags(rawValue: 1)
        static let bodyIsCompressed = Flags(rawValue: 2)
        static let restIsCompressed = Flags(rawValue: 4)
        static let hasRest = Flags(rawValue: 8)
        static let all: Flags = [.headIsCompressed, .bodyIsCompressed, .restIsCompressed, .hasRest]
    }

    /// Encodes an article as a record, and returns it with its hash.
    package static func encode(_ article: Article) -> (record: [UInt8], hash: ArticleHash) {
        let (head, rest) = (ArticleFields.head(of: article), ArticleFields.rest(of: article))
        var body = article.body
        return body.withUTF8 { body in
            let hash = ArticleHash(
                head: ArticleHash.shortHash(of: head), body: ArticleHash.hash(of: body),
                rest: rest.isEmpty ? 0 : ArticleHash.shortHash(of: rest))
            let shortHead = head.withUnsafeBufferPointer { TextCompression.compress($0) }
            let shortRest = rest.withUnsafeBufferPointer { TextCompression.compress($0) }
            let shortBody = TextCompression.compress(body)
            var flags: Flags = []
            if shortHead != nil { flags.insert(.headIsCompressed) }
            if shortBody != nil { flags.insert(.bodyIsCompressed) }
            if shortRest != nil { flags.insert(.restIsCompressed) }
            if !rest.isEmpty { flags.insert(.hasRest) }

            var writer = ByteWriter()
            writer.write(byte: version)
            writer.write(byte: flags.rawValue)
            writer.write(fixed: hash.head)
            writer.write(fixed: hash.body)
            if !rest.isEmpty { writer.write(fixed: hash.rest) }
            writer.write(UInt64((shortHead ?? head).count))
            if !rest.isEmpty { writer.write(UInt64((shortRest ?? rest).count)) }
            writer.write(bytes: shortHead ?? head)
            writer.write(bytes: shortRest ?? rest)
            if let shortBody { writer.write(bytes: shortBody) } else { writer.write(bytes: body) }
            return (writer.bytes, hash)
        }
    }

    /// Returns the hash that a record contains, or nil if it is not a record of this version.
    package static func hash(of record: [UInt8]) -> ArticleHash? { Layout(record)?.hash }

    /// Decodes the article of a record, or returns nil if it is damaged or of another version.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - extent: how much of the article to read; the rest is treated as absent.
    /// - Returns: the article.
    package static func decode(_ record: [UInt8], _ extent: Extent = .whole) -> Article? {
        read(record, extent, checksHash: true)
    }

    /// Lends the text of the article that a record holds, without creating a string.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - body: is called with the article, except for its text and the fields that are only stored, and with the
    ///     text.
    /// - Returns: what `body` returns; nil if the record is damaged or of another version.
    /// - Throws: what `body` throws.
    static func lend<Result>(
        _ record: [UInt8], _ body: (Article, BorrowedText) throws -> Result?
    ) rethrows -> Result? {
        guard let layout = Layout(record), let article = head(record, layout, checksHash: true) else { return nil }
        return try record.withUnsafeBufferPointer { record in
            let part = UnsafeBufferPointer(rebasing: record[layout.body])
            func lend(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Result? {
                ArticleHash.hash(of: bytes) == layout.hash.body ? try body(article, BorrowedText(bytes: bytes)) : nil
            }
            guard layout.flags.contains(.bodyIsCompressed) else { return try lend(part) }
            // Codes do not have to be decoded if they have a checksum of their own.
            if TextCompression.hasSum(part) { return try TextCompression.lend(part) { try body(article, $0) } }
            return try TextCompression.bytes(of: part)?.withUnsafeBufferPointer(lend)
        }
    }

    /// Decodes the article of a record of this version without checking its hashes.
    package static func decodeUnchecked(_ record: [UInt8]) -> Article? { read(record, .whole, checksHash: false) }

    /// Returns the problem with a record that cannot be decoded.
    package static func problem(of record: [UInt8]) -> String {
        if let found = record.first, found != version {
            return "its stored text says that it is of version \(found), and this program reads version \(version)"
        }
        return decodeUnchecked(record) == nil
            ? "its stored text cannot be read" : "its stored text does not have its hash"
    }

    private static func read(_ record: [UInt8], _ extent: Extent, checksHash: Bool) -> Article? {
        guard let layout = Layout(record), var article = head(record, layout, checksHash: checksHash) else {
            return nil
        }
        guard extent != .head else { return article }
        let body = text(record, layout.body, isCompressed: layout.flags.contains(.bodyIsCompressed)) { body in
            !checksHash || ArticleHash.hash(of: body) == layout.hash.body
        }
        guard let body else { return nil }
        article.body = body
        guard extent != .text, layout.flags.contains(.hasRest) else { return article }
        guard let rest = bytes(record, layout.rest, isCompressed: layout.flags.contains(.restIsCompressed)),
            !checksHash || ArticleHash.shortHash(of: rest) == layout.hash.rest,
            ArticleFields.add(rest: rest, to: &article)
        else { return nil }
        return article
    }

    private static func head(_ record: [UInt8], _ layout: Layout, checksHash: Bool) -> Article? {
        guard let head = bytes(record, layout.head, isCompressed: layout.flags.contains(.headIsCompressed)),
            !checksHash || ArticleHash.shortHash(of: head) == layout.hash.head
        else { return nil }
        return ArticleFields.article(head: head)
    }

    private static func bytes(_ record: [UInt8], _ part: Range<Int>, isCompressed: Bool) -> [UInt8]? {
        guard isCompressed else { return Array(record[part]) }
        return record.withUnsafeBufferPointer { TextCompression.bytes(of: UnsafeBufferPointer(rebasing: $0[part])) }
    }

    private static func text(
        _ record: [UInt8], _ part: Range<Int>, isCompressed: Bool, check: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> String? {
        record.withUnsafeBufferPointer { record in
            let part = UnsafeBufferPointer(rebasing: record[part])
            if isCompressed { return TextCompression.text(of: part, check: check) }
            return check(part) ? String(decoding: part, as: UTF8.self) : nil
        }
    }

    /// The locations of the parts of a record.
    private struct Layout {
        let flags: Flags
        let hash: ArticleHash
        let head: Range<Int>
        let rest: Range<Int>
        let body: Range<Int>

        /// Reads the layout of a record, or returns nil if it is damaged or of another version.
        init?(_ record: [UInt8]) {
            var reader = ByteReader(record)
            guard reader.readByte() == StoredArticle.version, let byte = reader.readByte(), byte <= Flags.all.rawValue,
                let headHash = reader.readFixed(UInt32.self), let bodyHash = reader.readFixed(UInt64.self)
            else { return nil }
            flags = Flags(rawValue: byte)
            let restHash = flags.contains(.hasRest) ? reader.readFixed(UInt32.self) : 0
            guard let restHash, let headLength = reader.readCount() else { return nil }
            let restLength = flags.contains(.hasRest) ? reader.readCount() : 0
            guard let restLength else { return nil }
            hash = ArticleHash(head: headHash, body: bodyHash, rest: restHash)
            let start = reader.position
            // No count exceeds the number of bytes that were left when it was read.
            guard headLength + restLength <= record.count - start else { return nil }
            head = start..<start + headLength
            rest = head.upperBound..<head.upperBound + restLength
            body = rest.upperBound..<record.count
        }
    }
}
