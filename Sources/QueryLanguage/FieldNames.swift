import Vietnamese

/// The names of a query's fields.
///
/// A name is recognised as it is declared and without any marks, in upper or lower case and every Unicode normal form.
/// With other marks it is not a name, so that `tư:` stays text where `từ:` is a field.
struct FieldNames {
    private var fields: [String: QueryField] = [:]

    init(_ declared: [QueryField]) {
        for field in declared {
            for name in [field.name] + field.aliases {
                for spelling in [FieldNames.lowered(name), fold(name)] where fields[spelling] == nil {
                    fields[spelling] = field
                }
            }
        }
    }

    /// The field with a given name.
    func field(_ name: String) -> QueryField? {
        // String keys compare by canonical equivalence, so a decomposed name finds its precomposed key.
        fields[FieldNames.lowered(name)]
    }

    private static func lowered(_ name: String) -> String {
        let scalars = name.lowercased().unicodeScalars.map { $0 == "ð" ? "đ" : $0 }
        return String(String.UnicodeScalarView(scalars))
    }
}
