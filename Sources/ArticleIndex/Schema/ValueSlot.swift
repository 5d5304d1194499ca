import CivilTime

/// The value slots of a document; their numbers are part of the schema.
package enum ValueSlot: UInt32, Sendable, CaseIterable {
    /// When the article was published, in a form whose bytes sort as dates do; absent where unknown.
    case published = 0
    /// The content hash that tells a changed article from an unchanged one.
    case contentHash = 1
}

extension PublicationDate {
    /// The date as a sortable value: `20150319`, with `T215400` behind it where the time is known.
    var slotValue: [UInt8] {
        let digits = description.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }
        return Array(digits)
    }
}
