import QueryLanguage
import QueryPlanning
import Vietnamese

/// Corrects the names of fields.
extension Suggester {
    /// Returns the query with the fields that may be meant by names of none: `title:mùa` for `titel:mùa`; a name that
    /// resembles no field's is left out, so that `body:lúa` becomes `lúa`.
    ///
    /// A colon behind any word but a field's name is text, so this is no error of the query.
    ///
    /// - Returns: the query; nil where every name before a colon is a field's, or the new query cannot be parsed.
    static func withFieldNames(_ query: String) -> Suggestion? {
        let scalars = Array(query.unicodeScalars)
        var corrected = String.UnicodeScalarView()
        var (copied, word, isQuoted, isChanged) = (0, 0, false, false)
        for (place, scalar) in scalars.enumerated() {
            switch scalar {
            case "\"": isQuoted.toggle()
            case "“", "„", "«": isQuoted = true
            case "”", "»": isQuoted = false
            case ":" where !isQuoted && hasValue(scalars[(place + 1)...]):
                let name = String(String.UnicodeScalarView(scalars[word..<place]))
                guard let meant = fieldName(meantBy: name) else { break }
                corrected.append(contentsOf: scalars[copied..<word])
                if !meant.isEmpty { corrected.append(contentsOf: (meant + ":").unicodeScalars) }
                (copied, isChanged) = (place + 1, true)
            default: break
            }
            // A name begins a word, an excluded or a bracketed one too.
            if scalar.properties.isWhitespace || scalar == "(" || (scalar == "-" && place == word) { word = place + 1 }
        }
        guard isChanged else { return nil }
        corrected.append(contentsOf: scalars[copied...])
        do throws(QueryError) {
            _ = try Searcher.parser.parse(String(corrected))
            return Suggestion(query: String(corrected), kind: .fieldName)
        } catch {
            return nil
        }
    }

    /// Whether a value may follow a colon; two slashes are those of a web address.
    private static func hasValue(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = rest.first, !first.properties.isWhitespace, first != ")" else { return false }
        return !rest.starts(with: ["/", "/"])
    }

    /// Returns the name of the field that resembles a word most, empty if none does; nil if the word is a field's name or
    /// can be none.
    private static func fieldName(meantBy word: String) -> String? {
        let typed = Array(fold(word).utf8)
        guard typed.count > 1, typed.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains),
            Searcher.parser.field(word) == nil
        else { return nil }
        let limit = typed.count > 5 ? 2 : typed.count > 2 ? 1 : 0
        let names = Field.all.flatMap { [$0.name] + $0.aliases }
        let near = names.compactMap { name in
            EditDistance.within(limit, typed, Array(fold(name).utf8)[...]).map { (name: name, edits: $0) }
        }
        return near.min { $0.edits < $1.edits }?.name ?? ""
    }
}
