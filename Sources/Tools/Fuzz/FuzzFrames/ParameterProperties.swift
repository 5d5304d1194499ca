import Fuzzing
import JSON
import SearchProtocol

/// The properties checked of the parameters of every method, for any input.
struct ParameterProperties {
    private let json: JSONValue

    init(_ json: JSONValue) { self.json = json }

    func check() {
        check(SearchParams.self)
        check(SuggestParams.self)
        check(SimilarParams.self)
        check(TimelineParams.self)
        check(ArticleParams.self)
        check(IndexParams.self)
        check(InputParams.self)
        check(RemoveParams.self)
        check(ExplainParams.self)
        check(InitializeParams.self)
        check(CancelParams.self)
    }

    /// Checks that parameters that can be read round-trip, and that others are rejected in one line.
    private func check<Params: JSONReadable & JSONWritable>(_ type: Params.Type) {
        do throws(JSONMismatch) {
            let written = try Params(json: json).json
            let again = (try? JSONValue(parsing: written)).flatMap { try? Params(json: $0) }
            expect(again?.json == written, "parameters that are written read the same")
        } catch {
            let answer = ProtocolError(error)
            expect(
                !answer.message.isEmpty && !answer.message.contains(where: \.isNewline),
                "an error is one line: \(answer)")
        }
    }
}
