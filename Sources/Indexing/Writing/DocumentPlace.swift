import Xapian

/// Where an article stands in a generation: its document, in one of the two databases.
struct DocumentPlace: Hashable, Sendable {
    /// Whether it is the sealed one.
    var isSealed: Bool
    /// The document's number there.
    var document: DocumentID
}

/// Where the documents of a generation stand in the one that took its place.
///
/// The old ones are counted through: the sealed ones by their own numbers, then the live ones, whose numbers begin behind the
/// last sealed one.
package struct Renumbering {
    /// The last number of the old sealed database; 0 where there was none.
    var sealedEnd: DocumentID
    /// Whether all of them stand in the new generation's sealed database; otherwise they stand in its live one.
    var isSealed: Bool
    /// The new number of an old one, or nil where the article is gone.
    var newNumber: (DocumentID) -> DocumentID?

    /// A renumbering of a generation whose sealed documents, if any, end with a number.
    init(
        sealedEnd: DocumentID, isSealed: Bool, newNumber: @escaping (DocumentID) -> DocumentID? = { $0 }
    ) {
        self.sealedEnd = sealedEnd
        self.isSealed = isSealed
        self.newNumber = newNumber
    }
}
