import Xapian

/// The location of an article in a generation: its document in one of the two databases.
struct DocumentPlace: Hashable, Sendable {
    /// Whether the database is the sealed one.
    var isSealed: Bool
    /// The document's number there.
    var document: DocumentID
}

/// The mapping of a generation's documents to those of the generation that replaced it.
///
/// The old documents are numbered consecutively: the sealed ones by their own numbers, then the live ones, whose
/// numbers begin after the last sealed one.
package struct Renumbering {
    /// The last number of the old sealed database; 0 if there was none.
    var sealedEnd: DocumentID
    /// Whether all of them are in the new generation's sealed database; otherwise they are in its live one.
    var isSealed: Bool
    /// Returns the new number for an old one, or nil if the article is gone.
    var newNumber: (DocumentID) -> DocumentID?

    /// Creates the renumbering of a generation whose sealed documents, if any, end with the given number.
    init(
        sealedEnd: DocumentID, isSealed: Bool, newNumber: @escaping (DocumentID) -> DocumentID? = { $0 }
    ) {
        self.sealedEnd = sealedEnd
        self.isSealed = isSealed
        self.newNumber = newNumber
    }
}
