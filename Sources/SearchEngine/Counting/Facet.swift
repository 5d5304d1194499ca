import IndexStorage

/// What articles can be counted by.
package enum Facet: String, Hashable, Sendable, CaseIterable {
    /// The year of publication, `2015`.
    case year
    /// The month of publication, `2015-03`.
    case month
    /// The day of publication, `2015-03-19`.
    case day
    /// The newspaper or site, as spelled.
    case source
    /// Who wrote it, as spelled.
    case author

    /// Where the value lies in a document.
    var slot: ValueSlot {
        switch self {
        case .year, .month, .day: .published
        case .source: .source
        case .author: .author
        }
    }

    /// Whether the values are times, which have an order of their own.
    package var isTime: Bool { slot == .published }

    /// The value to count, from what lies in the slot; nil where that is nothing.
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
    /// One value and how many articles have it.
    package struct Value: Hashable, Sendable {
        /// The value.
        package var value: String
        /// How many articles have it.
        package var count: Int
    }

    /// What was counted by.
    package var facet: Facet
    /// Every value: times from the latest to the earliest, names from the most frequent on, then by name.
    package var values: [Value]
    /// How many articles have no value.
    package var without: Int

    /// Counts by a facet.
    package init(facet: Facet, values: [Value], without: Int) {
        self.facet = facet
        self.values = values
        self.without = without
    }
}
