import FoundationEssentials

/// A value of JSON or YAML.
enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number, as its digits.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([JSONField])
}

/// A name and a value in an object.
struct JSONField: Hashable, Sendable {
    var name: String
    var value: JSONValue
}

/// A key of any name.
private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension JSONValue: Decodable {
    init(from decoder: any Decoder) throws {
        // Strings are tried first: nearly every value of an archive is one, and each failed attempt costs a thrown
        // error.
        if let value = try? decoder.singleValueContainer() {
            if let string = try? value.decode(String.self) {
                self = .string(string)
                return
            }
            if value.decodeNil() {
                self = .null
                return
            }
            if let number = JSONValue.number(in: value) {
                self = number
                return
            }
            if let bool = try? value.decode(Bool.self) {
                self = .bool(bool)
                return
            }
        }
        if var elements = try? decoder.unkeyedContainer() {
            var values: [JSONValue] = []
            while !elements.isAtEnd { values.append(try elements.decode(JSONValue.self)) }
            self = .array(values)
            return
        }
        self = .object(try JSONObject(from: decoder).fields)
    }

    private static func number(in value: any SingleValueDecodingContainer) -> JSONValue? {
        if let integer = try? value.decode(Int64.self) { return .number(String(integer)) }
        // A `Decimal` keeps up to 38 digits as they are written; a binary fraction is the last resort.
        if let decimal = try? value.decode(Decimal.self) { return .number(decimal.description) }
        if let double = try? value.decode(Double.self), double.isFinite { return .number(double.description) }
        return nil
    }
}

/// An object of JSON, its fields sorted by the bytes of their names.
struct JSONObject: Decodable {
    let fields: [JSONField]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        fields = try container.allKeys
            .map { JSONField(name: $0.stringValue, value: try container.decode(JSONValue.self, forKey: $0)) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
