/// A query that may be meant instead of what is typed so far.
package struct Suggestion: Hashable, Sendable {
    /// The way in which a suggestion was made.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The last syllable completed, or the next one added.
        case completion
        /// Marks restored in text typed without them.
        case marks
        /// Other letters than those typed, or words joined or split.
        case correction
        /// Telex or VNI input, decoded.
        case inputMethod
        /// A value right behind its field's colon.
        case field
        /// Other names of fields than those typed.
        case fieldName
    }

    /// The whole query.
    package var query: String
    /// The way in which it was made.
    package var kind: Kind
    /// The upper bound of the number of articles that have its words side by side; nil if unknown.
    package var maximumDocumentFrequency: Int?
}
