import Foundation
import JSON
import Measuring
import Seeding
import Vietnamese

/// Runs of syllables sampled from articles at random, the same ones for the same seed.
struct SampledRuns {
    private let bodies: [String]
    private var generator: SeededGenerator

    /// Reads the bodies of a JSON Lines file.
    init(file: String, seed: UInt64) throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe)
        bodies = data.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard let json = try? JSONValue(parsing: Array(line)), var fields = try? JSONFields(json) else {
                return nil
            }
            return try? fields.optional("body")
        }
        generator = SeededGenerator(seed: seed)
    }

    /// Returns the next run of the given length: syllables separated by single spaces only, none with a digit, at least
    /// one with a mark.
    mutating func next(length: Int) -> String? {
        guard !bodies.isEmpty else { return nil }
        for _ in 0..<10_000 {
            let body = bodies[Int(generator.next() % UInt64(bodies.count))]
            let syllables = Syllables(body)
            guard syllables.count > length else { continue }
            let start = Int(generator.next() % UInt64(syllables.count - length))
            let bytes = Array(body.utf8)
            let range = syllables.range(at: start).lowerBound..<syllables.range(at: start + length - 1).upperBound
            let text = String(decoding: bytes[range], as: UTF8.self).lowercased()
            let isPlain = text.allSatisfy { $0.isLetter || $0 == " " } && !text.contains("  ")
            let places = start..<start + length
            let hasMarks = places.contains { syllables.isMarked(at: $0) }
            if isPlain, hasMarks, text.split(separator: " ").count == length { return text }
        }
        return nil
    }
}
