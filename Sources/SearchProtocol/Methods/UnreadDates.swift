package import JSON

/// The articles of an indexing run whose date was given but could not be read; they are indexed without it.
package struct UnreadDates: Hashable, Sendable {
    /// The maximum number of articles that are named.
    package static let mostNamed = 10

    /// The number of articles.
    package var count: Int
    /// The first of them.
    package var first: [UnreadDate]

    /// Creates the sum of some articles, all of them named.
    package init(_ dates: [UnreadDate] = []) {
        count = dates.count
        first = Array(dates.prefix(UnreadDates.mostNamed))
    }

    /// Adds more articles.
    package mutating func add(_ other: UnreadDates) {
        count += other.count
        first += other.first.prefix(UnreadDates.mostNamed - first.count)
    }

    /// The same dates with their lines counted in another way.
    package func movingLines(_ line: (Int) -> Int) -> UnreadDates {
        var copy = self
        for place in first.indices { copy.first[place].line = first[place].line.map(line) }
        return copy
    }
}

extension UnreadDates: JSONRecord {
    package static var blank: UnreadDates { UnreadDates() }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("count", &count)
        try visitor.required("first", &first)
    }
}

/// One date that could not be read.
package struct UnreadDate: Hashable, Sendable {
    /// The maximum number of characters kept of a value.
    private static let longestValue = 100

    /// The file; nil for an article given in the request.
    package var path: String?
    /// The line, counted from 0, or the article's position in the request; nil for a whole file.
    package var line: Int?
    /// The date as it was given, cut where it is long.
    package var value: String

    /// Creates a date from a location and a value.
    package init(path: String? = nil, line: Int? = nil, value: String) {
        self.path = path
        self.line = line
        self.value = String(value.prefix(UnreadDate.longestValue))
    }
}

extension UnreadDate: JSONRecord {
    package static var blank: UnreadDate { UnreadDate(value: "") }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.optional("path", &path)
        try visitor.optional("line", &line)
        try visitor.required("value", &value)
    }
}

extension IndexResult {
    /// Counts more articles whose date could not be read.
    package mutating func add(_ dates: UnreadDates?) {
        guard let dates, dates.count > 0 else { return }
        var sum = unreadDates ?? UnreadDates()
        sum.add(dates)
        unreadDates = sum
    }
}
