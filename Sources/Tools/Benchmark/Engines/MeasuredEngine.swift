import Postings

/// An engine that is asked the same queries as the others.
protocol MeasuredEngine: AnyObject {
    /// What the tables call it.
    var name: String { get }

    /// How it understands words.
    var reading: WordReading { get }

    /// Of how many queries it is asked one: more than 1 for an engine so slow that the others would wait for it.
    var share: Int { get }

    /// Whether it has a way to answer queries of a kind.
    func answers(_ kind: QueryKind) -> Bool

    /// The ten best articles for a query, and what finding them cost.
    ///
    /// - Throws: What keeps the engine from answering.
    func ask(_ question: Question) async throws -> Answer

    /// How many articles it finds for a query, where it can say that; not measured.
    ///
    /// - Throws: What keeps the engine from answering.
    func count(_ question: Question) async throws -> Total?
}

extension MeasuredEngine {
    var share: Int { 1 }

    func answers(_ kind: QueryKind) -> Bool { true }

    func count(_ question: Question) async throws -> Total? { nil }
}

/// What an engine answered, and what it cost.
struct Answer {
    /// The time of the processor that the engine took, in nanoseconds.
    let cpu: Int
    /// The time from the question to the answer, in nanoseconds.
    let wall: Int
    /// The articles found, best first.
    let ids: [String]
}
