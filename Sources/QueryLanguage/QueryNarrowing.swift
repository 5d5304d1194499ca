extension QueryParser {
    /// Returns a query with one field's filter replaced or removed, and everything else as typed.
    ///
    /// A filter counts where it is at the top level of the query and not excluded; all date fields share one filter.
    /// The new filter is put first, so that typing can continue at the end of the query.
    ///
    ///     try parser.narrow("thành ủy nguồn:hnm", field: source, to: "Hà Nội Mới")  // source:"Hà Nội Mới" thành ủy
    ///
    /// - Parameters:
    ///   - text: The query as typed; it may be empty or unfinished.
    ///   - field: The field.
    ///   - value: The value that the field must have, without quotation marks; nil removes the filter.
    /// - Returns: The new query.
    /// - Throws: `NarrowingError.query` where the query cannot be parsed, `.value` where the field cannot have the
    ///   value.
    package func narrow(
        _ text: String, field: QueryField, to value: String?
    ) throws(NarrowingError) -> String {
        let filter = try value.map { value throws(NarrowingError) in try self.filter(field, value) }
        let tree: QueryNode
        var isFinished = true
        do throws(QueryError) {
            tree = try parse(text)
        } catch {
            do throws(QueryError) {
                tree = try parse(text, asYouType: true)
                isFinished = false
            } catch let unfinished {
                guard unfinished.isEmptyQuery else { throw .query(error) }
                return filter ?? ""
            }
            if filter != nil, case .any = tree.kind { throw .query(error) }
        }
        var rest = cutting(filtersOf: field, from: tree, of: text)
        guard let filter else { return rest }
        if rest.isEmpty { return filter }
        if isFinished, case .any = tree.kind { rest = "(\(rest))" }
        return "\(filter) \(rest)"
    }

    /// The text without the top-level filters of a field, and without the AND that joined each to the rest.
    private func cutting(filtersOf field: QueryField, from tree: QueryNode, of text: String) -> String {
        var parts = [tree]
        if case .all(let children) = tree.kind { parts = children.filter { $0.kind != .everything } }
        let bytes = Array(text.utf8)
        var kept: [UInt8] = []
        var position = 0
        var isFirst = true
        for part in parts {
            kept += bytes[position..<max(position, part.range.lowerBound)]
            guard part.isFilter(of: field) else {
                kept += bytes[part.range]
                (position, isFirst) = (part.range.upperBound, false)
                continue
            }
            kept.removeLast(kept.reversed().prefix(while: \.isBlank).count)
            let and = Array("AND".utf8)
            var rest = bytes[part.range.upperBound...]
            if !isFirst {
                if kept.hasLast(word: and) { kept.removeLast(and.count + 1) }
            } else if rest.drop(while: \.isBlank).starts(with: and + [0x20]) {
                rest = rest.drop(while: \.isBlank).dropFirst(and.count)
            }
            position = rest.startIndex
        }
        kept += bytes[position...]
        return String(decoding: kept.drop(while: \.isBlank), as: UTF8.self)
    }

    /// The filter as it is typed: bare where that parses as the value, else between quotation marks that do not occur
    /// in the value.
    private func filter(_ field: QueryField, _ value: String) throws(NarrowingError) -> String {
        var failure: QueryError?
        for (opening, closing) in [("", ""), ("\"", "\""), ("“", "”"), ("«", "»")] {
            let text = "\(field.name):\(opening)\(value)\(closing)"
            do throws(QueryError) {
                if try parse(text).isFilter(of: field, value) { return text }
            } catch {
                failure = failure ?? error
            }
        }
        throw .value(
            failure
                ?? QueryError(
                    0..<value.utf8.count, "the value cannot stand in a query",
                    expected: "a value without \" and »"))
    }
}

/// Why a query could not be narrowed.
package enum NarrowingError: Error, Hashable, Sendable {
    /// The query cannot be parsed.
    case query(QueryError)
    /// The field cannot have the value.
    case value(QueryError)
}

extension QueryNode {
    /// Whether the node is a filter of a field; all date fields count as one.
    fileprivate func isFilter(of field: QueryField) -> Bool {
        switch (kind, field.syntax) {
        case (.within(let name, _), .text), (.value(let name, _, _), .value): name == field.name
        case (.dates, .dates), (.dates, .since), (.dates, .until), (.dates, .before): true
        default: false
        }
    }

    /// Whether the node is the filter of a field with exactly this value.
    fileprivate func isFilter(of field: QueryField, _ value: String) -> Bool {
        switch kind {
        case .value(field.name, value, isPrefix: false), .dates: isFilter(of: field)
        case .within(field.name, let node): node.kind == .word(value) || node.kind == .phrase(value)
        default: false
        }
    }
}

extension UInt8 {
    /// Whether the byte is ASCII white space.
    fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension [UInt8] {
    /// Whether a text ends with a word that white space separates from the text before it.
    fileprivate func hasLast(word: [UInt8]) -> Bool {
        count > word.count && self[count - word.count - 1].isBlank && suffix(word.count).elementsEqual(word)
    }
}
