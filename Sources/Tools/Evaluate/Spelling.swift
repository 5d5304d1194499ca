import Measuring
import Seeding
import Vietnamese

/// The marks with which a query is typed.
enum Spelling: String, CaseIterable, Encodable {
    /// As written in the collection.
    case marked
    /// Without any mark.
    case unmarked
    /// With the marks of a random half of the syllables left out.
    case mixed

    /// Returns a text typed in this way; the same name and seed leave out the same marks.
    func apply(to text: String, named name: String, seed: UInt64) -> String {
        let count = Syllables(text).count
        switch self {
        case .marked: return text
        case .unmarked: return Spelling.withoutMarks(text, at: Set(0..<count))
        case .mixed:
            var generator = SeededGenerator(seed: seed, name: name)
            // Of an odd number, the larger half is as likely as the smaller.
            let half = count / 2 + (count % 2 == 1 && Bool.random(using: &generator) ? 1 : 0)
            return Spelling.withoutMarks(text, at: Set((0..<count).shuffled(using: &generator).prefix(half)))
        }
    }

    private static func withoutMarks(_ text: String, at positions: Set<Int>) -> String {
        let syllables = Syllables(text)
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var end = 0
        for position in syllables.indices where positions.contains(position) && syllables.isMarked(at: position) {
            let range = syllables.range(at: position)
            result += bytes[end..<range.lowerBound]
            result += fold(String(decoding: bytes[range], as: UTF8.self)).utf8
            end = range.upperBound
        }
        return String(decoding: result + bytes[end...], as: UTF8.self)
    }
}
