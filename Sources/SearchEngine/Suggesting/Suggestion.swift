/// A query that somebody may want to ask instead of what is typed so far.
package struct Suggestion: Hashable, Sendable {
    /// How a suggestion came about.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The last syllable finished, or the next one added.
        case completion
        /// The marks restored of what was typed without.
        case marks
        /// Other letters than those typed.
        case correction
        /// What was typed in Telex or VNI, decoded.
        case inputMethod
    }

    /// The whole query.
    package var query: String
    /// How it came about.
    package var kind: Kind
    /// At most so many articles hold its words side by side; nil where that is not known.
    package var maximumDocumentFrequency: Int?
}
