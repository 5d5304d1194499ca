/// A type that can be read from a JSON value.
package protocol JSONReadable {
    /// Reads one value.
    ///
    /// - Parameter json: the value.
    /// - Throws: `JSONMismatch` where the value does not fit this type.
    init(json: JSONValue) throws(JSONMismatch)

    /// The kind of value that it is read from; an object unless a type says otherwise.
    static var jsonKind: JSONKind { get }
}

extension JSONReadable {
    package static var jsonKind: JSONKind { .object }
}

extension String: JSONReadable {
    package static var jsonKind: JSONKind { .string }

    package init(json: JSONValue) throws(JSONMismatch) {
        guard let string = json.string else {
            throw json.kind == .string
                ? JSONMismatch(reason: "a lone surrogate in the string")
                : JSONMismatch(expected: "a string", found: json)
        }
        self = string
    }
}

extension Int: JSONReadable {
    package static var jsonKind: JSONKind { .integer }

    package init(json: JSONValue) throws(JSONMismatch) {
        guard let digits = json.number else { throw JSONMismatch(expected: "an integer", found: json) }
        guard let value = Int(digits) else {
            throw JSONMismatch(reason: "expected an integer, found \(digits.prefix(40))")
        }
        self = value
    }
}

extension Double: JSONReadable {
    package static var jsonKind: JSONKind { .number }

    package init(json: JSONValue) throws(JSONMismatch) {
        guard let value = json.number.flatMap({ Double($0) }), value.isFinite else {
            throw JSONMismatch(expected: "a number", found: json)
        }
        self = value
    }
}

extension Bool: JSONReadable {
    package static var jsonKind: JSONKind { .boolean }

    package init(json: JSONValue) throws(JSONMismatch) {
        guard let value = json.boolean else { throw JSONMismatch(expected: "true or false", found: json) }
        self = value
    }
}

extension JSONValue: JSONReadable {
    package init(json: JSONValue) { self = json }
}

extension Array: JSONReadable where Element: JSONReadable {
    package static var jsonKind: JSONKind { .array(Element.jsonKind) }

    package init(json: JSONValue) throws(JSONMismatch) {
        guard json.kind == .array else { throw JSONMismatch(expected: "an array", found: json) }
        self = []
        for (index, element) in json.elements.enumerated() {
            do throws(JSONMismatch) { append(try Element(json: element)) } catch { throw error.under(index: index) }
        }
    }
}

extension JSONReadable where Self: RawRepresentable & CaseIterable, RawValue == String {
    package static var jsonKind: JSONKind { .choice(allCases.map(\.rawValue)) }

    package init(json: JSONValue) throws(JSONMismatch) {
        guard let value = Self(rawValue: try String(json: json)) else {
            let names = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw JSONMismatch(reason: "expected one of \(names)")
        }
        self = value
    }
}
