package import ArticleModel

/// Records of schema versions 1 and 2, which a rebuild reads.
///
/// They contain all fields in sequence, the body last, without compression; their hash, if there is one, is in a value
/// slot.
extension StoredArticle {
    /// The version byte of such records.
    package static let earlierVersion: UInt8 = 1
    /// The value slot of the hash.
    package static let earlierHashSlot: UInt32 = 1

    /// Decodes the article from the bytes of such a record, or returns nil if they are not one.
    package static func decodeEarlier(_ bytes: [UInt8]) -> Article? {
        var reader = ByteReader(bytes)
        guard reader.readByte() == earlierVersion, let id = reader.readText(), let title = reader.readText(),
            let date = reader.readDate(), let source = reader.readOptional(), let author = reader.readOptional(),
            let url = reader.readOptional(), let section = reader.readOptional(),
            let tags = reader.readList({ $0.readText() }), let extra = reader.readExtra(),
            let location = reader.readLocation(), let provenance = reader.readProvenance(),
            let body = reader.readText(), reader.isAtEnd
        else { return nil }
        return Article(
            id: id, title: title, body: body, date: date.value, source: source.value, author: author.value,
            url: url.value, section: section.value, tags: tags, extra: extra, location: location.value,
            provenance: provenance)
    }
}
