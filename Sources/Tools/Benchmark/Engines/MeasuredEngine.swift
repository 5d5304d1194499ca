import Postings

/// An engine that is measured with the same queries as the others.
protocol MeasuredEngine: AnyObject {
    /// The name in tables.
    var name: String { get }

    /// The way it interprets words.
    var reading: WordReading { get }

    /// The sampling interval: the engine gets one query in this many. It is more than 1 for an engine so slow that the
    /// others would wait for it.
    var share: Int { get }

    /// Whether it can answer queries of a kind.
    func answers(_ kind: QueryKind) -> Bool

    /// Finds the ten best articles for a query, and measures the cost.
    ///
    /// - Throws: Any error that prevents the engine from answering.
    func ask(_ question: Question) async throws -> Answer

    /// Counts the articles that it finds for a query, where it can; this is not measured.
    ///
    /// - Throws: Any error that prevents the engine from answering.
    func count(_ question: Question) async throws -> Total?
}

extension MeasuredEngine {
    var share: Int { 1 }

    func answers(_ kind: QueryKind) -> Bool { true }

    func count(_ question: Question) async throws -> Total? { nil }
}

/// An engine's answer and its cost.
struct Answer {
    /// The CPU time of the engine in nanoseconds.
    let cpu: Int
    /// The wall-clock time from the request to the answer in nanoseconds.
    let wall: Int
    /// The articles found, best first.
    let ids: [String]
}
