import Fuzzing
import JSON

/// The properties checked of a JSON value and everything in it.
struct ValueProperties {
    private let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    func check() {
        expect((try? JSONValue(parsing: Array(value.bytes))) == value, "a value's own text is that value")
        switch value.kind {
        case .string: checkString()
        case .array: for element in value.elements { ValueProperties(element).check() }
        case .object:
            for (key, value) in value.members {
                expect(key.kind == .string, "a key is a string")
                ValueProperties(key).check()
                ValueProperties(value).check()
            }
        case .null, .boolean, .number: break
        }
        let line = JSONWriter.text(of: value)
        expect(
            !line.contains(0x0A) && line.count == value.bytes.count, "a value is written as it was given, on one line")
    }

    private func checkString() {
        guard let string = value.string else { return }
        let written = JSONWriter.text(of: string)
        let again = (try? JSONValue(parsing: written))?.string
        expect(again.map { $0.utf8.elementsEqual(string.utf8) } ?? false, "a string that is written reads the same")
    }
}
