import Foundation
import JSON
import Seeding
import Testing

@Suite("JSONValue")
struct JSONValueTests {
    @Test(
        "What RFC 8259 allows is accepted",
        arguments: [
            "{}", "[]", " [ 1 , -0.5e+3 , \"a\" , null , true , false ] ", #"{"a":{"b":[{}]},"c":""}"#,
            #""\u0041\n\"\\\/""#, "0", "-0", "1E400", "\"hà nội 😀\"", "\"\u{7f}\"",
        ])
    func accepted(text: String) throws {
        let value = try JSONValue(parsing: Array(text.utf8))
        #expect(String(decoding: value.bytes, as: UTF8.self) == text.trimmingCharacters(in: .whitespaces))
    }

    @Test(
        "Text that RFC 8259 does not allow is refused with the place",
        arguments: [
            ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\" 1}", 5), ("01", 1), ("1.", 2), ("-", 1), ("tru", 3), ("\"a", 2),
            ("\"\n\"", 1), ("\"\\x\"", 2), ("\"\\u12g4\"", 5), ("{} {}", 3), ("{1:2}", 1), ("[1 2]", 3), ("nan", 1),
            ("'a'", 0), ("+1", 0), ("{\"a\":1,}", 7), ("1e", 2),
        ])
    func refused(text: String, offset: Int) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: Array(text.utf8)) }
        #expect(error?.offset == offset)
    }

    @Test(
        "Ill-formed UTF-8 is refused",
        arguments: [
            [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xC3], [0xE1, 0x80],
        ] as [[UInt8]])
    func illFormed(bytes: [UInt8]) {
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: [0x22] + bytes + [0x22]) }
    }

    @Test("The nesting depth is limited")
    func depth() throws {
        let deep = { (count: Int) in [UInt8](repeating: 0x5B, count: count) + [UInt8](repeating: 0x5D, count: count) }
        _ = try JSONValue(parsing: deep(512))
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: deep(513)) }
    }

    @Test("Members and elements are found whatever their contents")
    func walking() throws {
        let value = try JSONValue(parsing: Array(#"{ "a" : [1, "]", {"}":2}, []] , "\u0062":"\"," ,"c":null}"#.utf8))
        #expect(value.members.map(\.key.string) == ["a", "b", "c"])
        let elements = value["a"]?.elements.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(elements == ["1", "\"]\"", "{\"}\":2}", "[]"])
        #expect(value["b"]?.string == "\",")
        #expect(value["c"]?.kind == .null)
    }

    @Test("Escapes become their scalars, and text with a lone surrogate is nil")
    func escapes() throws {
        #expect(try JSONValue(parsing: Array(#""\ud83d\ude00\u1ea1\t""#.utf8)).string == "😀ạ\t")
        for lone in [#""\ud83d""#, #""\ude00""#, #""\ud83dx""#, #""\ud83d\u0041""#] {
            #expect(try JSONValue(parsing: Array(lone.utf8)).string == nil)
        }
    }

    @Test("Random bytes and damaged texts are accepted or refused as Foundation does, and never trap")
    func agreement() throws {
        var generator = SeededGenerator(seed: 11)
        let seed = Array(#"{"a":[1,-2.5e3,true,null,"x\u00e9\n"],"b":{"c":"đ"}}"#.utf8)
        let alphabet = Array(#"{}[]:,"\utrfn0123-+.eE "#.utf8)
        for _ in 0..<5000 {
            var text = seed
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<text.count, using: &generator)
                let byte = alphabet.randomElement(using: &generator) ?? 0x20
                if Bool.random(using: &generator) { text[place] = byte } else { text.insert(byte, at: place) }
            }
            let ours = (try? JSONValue(parsing: text)) != nil
            let theirs = (try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)) != nil
            // Foundation alone lets a comma stand before a closing bracket.
            let shown = String(decoding: text, as: UTF8.self)
            #expect(ours == theirs || (theirs && shown.contains(/,\s*[}\]]/)), "\(shown)")
        }
    }

    @Test("Every string survives being written and read, also by Foundation")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let scalars = (0..<20).compactMap { _ in
                Unicode.Scalar(
                    UInt32.random(in: 0...(Bool.random(using: &generator) ? 0x7F : 0x1FFFF), using: &generator))
            }
            let text = String(String.UnicodeScalarView(scalars))
            #expect(Array((try JSONValue(parsing: text.json).string ?? "").utf8) == Array(text.utf8))
            let foundation = try JSONDecoder().decode(String.self, from: Data(text.json))
            #expect(Array(foundation.utf8) == Array(text.utf8))
            #expect(!text.json.contains(0x0A))
        }
    }

    @Test("A value passed through keeps its digits and its order, on one line")
    func verbatim() throws {
        let value = try JSONValue(parsing: Array("{\"b\":1.00,\r\n \"a\":12345678901234567890}".utf8))
        #expect(String(decoding: value.json, as: UTF8.self) == #"{"b":1.00,   "a":12345678901234567890}"#)
    }
}
