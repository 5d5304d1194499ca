import CXapian

/// Encodes queries in the form that the C interface reads: one buffer, with each node before its operands.
struct QueryEncoder {
    private(set) var bytes: [UInt8] = []

    /// Encodes a query.
    ///
    /// - Parameter query: The query.
    /// - Returns: The buffer.
    /// - Throws: `invalidArgument` for a query deeper than `Query.maximumDepth`, or with a part of more than 4 GB.
    static func encode(_ query: Query) throws(XapianError) -> [UInt8] {
        var encoder = QueryEncoder()
        try encoder.append(query, depth: 0)
        return encoder.bytes
    }

    private mutating func append(_ query: Query, depth: Int) throws(XapianError) {
        guard depth < Query.maximumDepth else {
            throw XapianError(
                kind: .invalidArgument, message: "query nested deeper than \(Query.maximumDepth) levels")
        }
        switch query {
        case .matchAll:
            append(CX_QUERY_ALL)
        case .matchNothing:
            append(CX_QUERY_NOTHING)
        case .term(let term, let frequency):
            append(CX_QUERY_TERM)
            append(number: frequency)
            try append(term)
        case .and(let queries):
            try append(CX_QUERY_AND, queries, depth)
        case .or(let queries):
            try append(CX_QUERY_OR, queries, depth)
        case .exclusiveOr(let queries):
            try append(CX_QUERY_XOR, queries, depth)
        case .synonym(let queries):
            try append(CX_QUERY_SYNONYM, queries, depth)
        case .maximum(let queries):
            try append(CX_QUERY_MAXIMUM, queries, depth)
        case .elite(let queries, let count):
            append(CX_QUERY_ELITE)
            append(number: count)
            try append(list: queries, depth)
        case .andNot(let left, let right):
            try append(CX_QUERY_AND_NOT, left, right, depth)
        case .filter(let left, by: let right):
            try append(CX_QUERY_FILTER, left, right, depth)
        case .andMaybe(let left, let right):
            try append(CX_QUERY_AND_MAYBE, left, right, depth)
        case .scaled(let query, let factor):
            append(CX_QUERY_SCALED)
            withUnsafeBytes(of: factor) { bytes.append(contentsOf: $0) }
            try append(query, depth: depth + 1)
        case .valueRange(let slot, let low, let high):
            append(CX_QUERY_VALUE_RANGE)
            append(number: slot)
            try append(low)
            try append(high)
        case .valueAtLeast(let slot, let low):
            append(CX_QUERY_VALUE_AT_LEAST)
            append(number: slot)
            try append(low)
        case .valueAtMost(let slot, let high):
            append(CX_QUERY_VALUE_AT_MOST)
            append(number: slot)
            try append(high)
        case .prefix(let prefix, let expansion):
            append(CX_QUERY_PREFIX)
            bytes.append(UInt8(truncatingIfNeeded: expansion.overflow.code.rawValue))
            bytes.append(UInt8(truncatingIfNeeded: expansion.combination.code.rawValue))
            append(number: expansion.limit)
            try append(prefix)
        case .anyTerm(let beginning):
            append(CX_QUERY_ANY_BEGINNING)
            try append(beginning)
        }
    }

    private mutating func append(_ node: cx_query_node) {
        bytes.append(UInt8(truncatingIfNeeded: node.rawValue))
    }

    private mutating func append(number: UInt32) {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }

    private mutating func append(count: Int) throws(XapianError) {
        guard let count = UInt32(exactly: count) else {
            throw XapianError(kind: .invalidArgument, message: "a part of a query has \(count) elements")
        }
        append(number: count)
    }

    private mutating func append(_ term: [UInt8]) throws(XapianError) {
        try append(count: term.count)
        bytes.append(contentsOf: term)
    }

    private mutating func append(_ node: cx_query_node, _ queries: [Query], _ depth: Int) throws(XapianError) {
        append(node)
        try append(list: queries, depth)
    }

    private mutating func append(list queries: [Query], _ depth: Int) throws(XapianError) {
        try append(count: queries.count)
        for query in queries { try append(query, depth: depth + 1) }
    }

    private mutating func append(
        _ node: cx_query_node, _ left: Query, _ right: Query, _ depth: Int
    ) throws(XapianError) {
        append(node)
        try append(left, depth: depth + 1)
        try append(right, depth: depth + 1)
    }
}

extension PrefixExpansion.Overflow {
    /// The corresponding value of the C interface.
    fileprivate var code: cx_overflow {
        switch self {
        case .mostFrequent: CX_OVERFLOW_MOST_FREQUENT
        case .first: CX_OVERFLOW_FIRST
        case .error: CX_OVERFLOW_ERROR
        }
    }
}

extension PrefixExpansion.Combination {
    /// The corresponding value of the C interface.
    fileprivate var code: cx_combination {
        switch self {
        case .synonym: CX_COMBINE_SYNONYM
        case .or: CX_COMBINE_OR
        case .maximum: CX_COMBINE_MAXIMUM
        }
    }
}
