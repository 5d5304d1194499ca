internal import JSON

extension RecordValue {
    /// Converts a value of JSON; nil where one of its strings has a lone surrogate, which UTF-8 cannot encode.
    init?(_ json: JSONValue) {
        switch json.kind {
        case .null: self = .null
        case .boolean: self = .bool(json.boolean ?? false)
        case .number: self = .number(json.number ?? "")
        case .string:
            guard let string = json.string else { return nil }
            self = .string(string)
        case .array:
            var values: [RecordValue] = []
            for element in json.elements {
                guard let value = RecordValue(element) else { return nil }
                values.append(value)
            }
            self = .array(values)
        case .object:
            guard case .success(let fields) = RecordField.fields(of: json) else { return nil }
            self = .object(fields)
        }
    }

    /// The value as compact JSON text, objects in the order of their fields.
    var jsonText: String { String(decoding: json, as: UTF8.self) }
}

extension RecordValue: JSONWritable {
    func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let bool): writer.boolean(bool)
        case .number(let digits): writer.written(Array(digits.utf8))
        case .string(let string): writer.string(string)
        case .array(let values): values.write(to: &writer)
        case .object(let fields):
            writer.object { writer in
                for field in fields { writer.field(field.name, field.value) }
            }
        }
    }
}

extension RecordField {
    /// A field of a JSON object that has a lone surrogate in its name or in its value.
    struct LoneSurrogate: Error {
        /// The field's name; nil where it is in the name.
        var name: String?
    }

    /// The fields of a JSON object, sorted by the bytes of their names; of a name given twice the first value counts.
    static func fields(of object: JSONValue) -> Result<[RecordField], LoneSurrogate> {
        var fields: [RecordField] = []
        for (key, value) in object.members {
            guard let name = key.string else { return .failure(LoneSurrogate(name: nil)) }
            guard let value = RecordValue(value) else { return .failure(LoneSurrogate(name: name)) }
            fields.append(RecordField(name: name, value: value))
        }
        // The sort is stable.
        fields.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var distinct: [RecordField] = []
        for field in fields where distinct.last.map({ !$0.name.utf8.elementsEqual(field.name.utf8) }) ?? true {
            distinct.append(field)
        }
        return .success(distinct)
    }
}
