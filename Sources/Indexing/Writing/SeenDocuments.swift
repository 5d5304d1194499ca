import IndexStorage
import Xapian

/// The documents of one file that an indexing run has seen, one bit each.
struct SeenDocuments {
    private var live = DocumentSet()
    private var sealed = DocumentSet()

    mutating func insert(_ place: DocumentPlace) {
        if place.isSealed { sealed.insert(place.document) } else { live.insert(place.document) }
    }

    func contains(_ place: DocumentPlace) -> Bool {
        place.isSealed ? sealed.contains(place.document) : live.contains(place.document)
    }

    /// Returns the same documents in the generation that replaced the one in which they were seen.
    func moved(by renumbering: Renumbering) -> SeenDocuments {
        var moved = SeenDocuments()
        let move = { (old: DocumentID) in
            guard let new = renumbering.newNumber(old) else { return }
            moved.insert(DocumentPlace(isSealed: renumbering.isSealed, document: new))
        }
        sealed.forEach(move)
        live.forEach { move(renumbering.sealedEnd + $0) }
        return moved
    }
}
