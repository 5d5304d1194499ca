import IndexStorage

/// A property by which articles can be counted.
package enum Facet: String, Hashable, Sendable, CaseIterable {
    /// The year of publication, `2015`.
    case year
    /// The month of publication, `2015-03`.
    case month
    /// The day of publication, `2015-03-19`.
    case day
    /// The newspaper or site, as spelled.
    case source
    /// The author, as spelled.
    case author

    /// The slot of a document that holds the value.
    var slot: ValueSlot {
        switch self {
        case .year, .month, .day: .published
        case .source: .source
        case .author: .author
        }
    }

    /// Whether the values are times, which are ordered chronologically.
    package var isTime: Bool { slot == .published }

    /// Returns the value to count, given the bytes in the slot; nil if the slot holds no value.
    package func value(of slotValue: [UInt8]) -> String? {
        let text = String(decoding: slotValue, as: UTF8.self)
        guard isTime else { return text.isEmpty ? nil : text }
        guard text.utf8.count >= 8 else { return nil }
        let (year, month, day) = (text.prefix(4), text.dropFirst(4).prefix(2), text.dropFirst(6).prefix(2))
        switch self {
        case .year: return String(year)
        case .month: return "\(year)-\(month)"
        default: return "\(year)-\(month)-\(day)"
        }
    }
}

/// The articles of an answer, counted by one facet.
package struct FacetCounts: Hashable, Sendable {
    /// One value and the number of articles that have it.
    package struct Value: Hashable, Sendable {
        /// The value.
        package var value: String
        /// The number of articles that have it.
        package var count: Int
    }

    /// The facet.
    package var facet: Facet
    /// All values: times from the latest to the earliest, names by descending frequency, then by name.
    package var values: [Value]
    /// The number of articles without a value.
    package var without: Int

    /// Creates the counts of a facet.
    package init(facet: Facet, values: [Value], without: Int) {
        self.facet = facet
        self.values = values
        self.without = without
    }
}
