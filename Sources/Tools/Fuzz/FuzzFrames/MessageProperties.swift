import Foundation
import Fuzzing
import JSON
import SearchProtocol

/// The properties checked of the message, or the error, that any frame gives.
struct MessageProperties {
    private let frame: [UInt8]

    init(_ frame: [UInt8]) { self.frame = frame }

    func check() {
        let isPlain = !frame.contains(0) && frame.first ?? 0 < 0x80
        do throws(JSONSyntaxError) {
            let json = try JSONValue(parsing: frame)
            // Foundation supports neither numbers beyond its own types nor lone surrogates.
            expect(!isPlain || isForeign(json) || foundationReads, "what is taken for JSON is JSON")
            ValueProperties(json).check()
        } catch {
            // Foundation is more lenient than RFC 8259 (it accepts a comma before a closing brace), so it cannot decide
            // what is not JSON.
            expect((0...frame.count).contains(error.offset), "an error has a place: \(error)")
        }
        checkMessages()
    }

    private var foundationReads: Bool {
        (try? JSONSerialization.jsonObject(with: Data(frame), options: .fragmentsAllowed)) != nil
    }

    /// Whether it contains something that JSON allows and Foundation cannot represent.
    private func isForeign(_ json: JSONValue) -> Bool {
        switch json.kind {
        case .string: json.string == nil
        case .number: (Double(json.number ?? "") ?? .infinity).isInfinite || (json.number ?? "").utf8.count > 15
        case .array: json.elements.contains(where: isForeign)
        case .object: json.members.contains { isForeign($0.key) || isForeign($0.value) }
        case .null, .boolean: false
        }
    }

    private func checkMessages() {
        switch IncomingFrame(bytes: frame, batchLimit: 4) {
        case .single(let message): check(message)
        case .batch(let messages):
            expect((1...4).contains(messages.count), "a batch gives one to four messages")
            for message in messages { check(message) }
        }
    }

    private func check(_ message: IncomingMessage) {
        switch message {
        case .request(let id, let method, let params):
            checkAnswer(OutgoingMessage.response(id: id, error: ProtocolError(.methodNotFound, method)))
            if let params { ParameterProperties(params).check() }
        case .notification(_, let params): if let params { ParameterProperties(params).check() }
        case .response(let id, let result):
            if case .failure(let error) = result { checkAnswer(OutgoingMessage.response(id: id, error: error)) }
        case .invalid(let id, let error): checkAnswer(OutgoingMessage.response(id: id, error: error))
        }
    }

    /// Checks that an answer is one line of JSON with the request's id.
    private func checkAnswer(_ answer: [UInt8]) {
        expect(!answer.contains(0x0A), "an answer is one line")
        let json = try? JSONValue(parsing: answer)
        expect(json?["error"]?["code"]?.number != nil, "an answer is JSON")
    }
}
