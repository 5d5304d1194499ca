import QueryLanguage
import QueryPlanning
package import SearchProtocol

extension ArticleService {
    /// Returns a query with one field's filter replaced or removed; the index is not used.
    ///
    /// - Parameters:
    ///   - params: the query and its new filter.
    ///   - encoding: the unit of the position in an error.
    /// - Returns: the new query.
    /// - Throws: `ProtocolError`; -32001 where the query cannot be parsed, -32602 for an unknown field and for a value
    ///   that it cannot have.
    package func narrow(
        _ params: NarrowParams, encoding: PositionEncoding = .utf8
    ) throws(ProtocolError) -> NarrowResult {
        let parser = QueryParser(fields: Field.all.map(\.queryField), today: options.today)
        guard let field = parser.field(params.field) else {
            let names = Field.all.map(\.name).joined(separator: ", ")
            throw ProtocolError(.invalidParams, "field: expected one of \(names), found \"\(params.field.prefix(80))\"")
        }
        do throws(NarrowingError) {
            return NarrowResult(query: try parser.narrow(params.query, field: field, to: params.value))
        } catch {
            switch error {
            case .query(let error): throw ProtocolError(error, in: AskedQuery(text: params.query, encoding: encoding))
            case .value(let error):
                throw ProtocolError(.invalidParams, "value: \(error.message); expected \(error.expected)")
            }
        }
    }
}
