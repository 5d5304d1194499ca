import Vietnamese

/// The names that a query's fields can be called by.
///
/// A name is known as it is declared and without any marks, in either case of letters and every Unicode normal form;
/// a name with other marks is no name, so that `tư:` stays text where `từ:` is a field.
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

    /// The field of this name.
    func field(_ name: String) -> QueryField? {
        // String keys compare by canonical equivalence, so a decomposed name finds its precomposed key.
        fields[FieldNames.lowered(name)]
    }

    private static func lowered(_ name: String) -> String {
        let scalars = name.lowercased().unicodeScalars.map { $0 == "ð" ? "đ" : $0 }
        return String(String.UnicodeScalarView(scalars))
    }
}
