import Seeding

/// Invents queries over the syllables and values of the invented archive, as text that a person could have typed.
package struct InventedQueries {
    private var generator: SeededGenerator

    package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    package mutating func query() -> String {
        (0..<pick([1, 1, 2, 2, 3, 4])).map { _ in part(depth: 0) }.joined(separator: " ")
    }

    private mutating func part(depth: Int) -> String {
        switch Int.random(in: 0..<25, using: &generator) {
        case 24: near()
        case 0..<7: word()
        case 7..<10: phrase()
        case 10: (maybe() ? "-" : "NOT ") + (maybe() ? word() : phrase())
        case 11 where depth < 3: "-" + group(depth: depth + 1)
        case 12, 13, 14: depth < 3 ? group(depth: depth + 1) : word()
        case 15: "title:" + titlePart()
        case 16: named("source", InventedArchive.sources)
        case 17: named(maybe() ? "author" : "tácgiả", InventedArchive.authors)
        case 18: named(maybe() ? "tag" : "section", InventedArchive.tags)
        case 19: wholeValue()
        case 20, 21: dates()
        case 22: beginning() + "*"
        default: word()
        }
    }

    private mutating func group(depth: Int) -> String {
        let joint = pick([" OR ", " OR ", " ", " AND ", " NOT ", " OR -"])
        return "(" + (0..<pick([2, 2, 3])).map { _ in atom(depth: depth) }.joined(separator: joint) + ")"
    }

    /// A part that may follow any operator.
    private mutating func atom(depth: Int) -> String {
        while true {
            let part = part(depth: depth)
            if !part.hasPrefix("-") && !part.hasPrefix("NOT ") { return part }
        }
    }

    private mutating func word() -> String { maybe(0.05) ? "tp.hcm" : maybe(0.04) ? "thành-nội" : syllable() }

    private mutating func near() -> String {
        let operand = { (words: inout InventedQueries) in words.maybe(0.3) ? words.phrase() : words.word() }
        let joint = pick([" NEAR ", " NEAR/0 ", " NEAR/1 ", " NEAR/3 "])
        // In brackets, so that a hyphen may precede it.
        return "(" + (0..<pick([2, 2, 3])).map { _ in operand(&self) }.joined(separator: joint) + ")"
    }

    private mutating func phrase() -> String { "\"" + run(1...5) + "\"" }

    private mutating func titlePart() -> String {
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: "\"" + run(1...3) + "\""
        case 1: "(" + syllable() + pick([" OR ", " ", " -"]) + syllable() + ")"
        case 2: beginning() + "*"
        default: syllable()
        }
    }

    private mutating func named(_ field: String, _ values: [String]) -> String {
        let words = pick(values).split(separator: " ")
        let start = Int.random(in: 0..<words.count, using: &generator)
        let chosen = words[start..<Int.random(in: start + 1...words.count, using: &generator)].joined(separator: " ")
        let value = maybe(0.4) ? plainSyllables(chosen).map(\.bare).joined(separator: " ") : chosen
        if maybe(0.25) { return "\(field):\"\(value.dropLast(value.count > 2 ? 1 : 0))\"*" }
        return value.contains(" ") || maybe(0.2) ? "\(field):\"\(value)\"" : "\(field):\(value)"
    }

    private mutating func wholeValue() -> String {
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: "ref:" + pick(InventedArchive.references + ["35-ct/tw", "168/2018/nd-cp", "15/2013*", "35-*"])
        case 1: "path:" + pick(InventedArchive.folders) + pick(["", "/", "/3.txt", "/3*", "*", "/*"])
        case 2: "url:" + pick(InventedArchive.urls + ["hanoi.example", "quan.example", "quan*", "hanoi.example/bai*"])
        case 3: "id:a" + String(Int.random(in: 0..<250, using: &generator))
        default: "id:a1*"
        }
    }

    private mutating func dates() -> String {
        let year = Int.random(in: 2013...2017, using: &generator)
        let month = Int.random(in: 1...12, using: &generator)
        let day = Int.random(in: 1...28, using: &generator)
        return switch Int.random(in: 0..<8, using: &generator) {
        case 0: "date:\(year)"
        case 1: "date:\(year)-\(month)"
        case 2: "date:\(day)/\(month)/\(year)"
        case 3: "date:\(year - 1)-\(month)..\(year)-\(month)-\(day)"
        case 4: "since:\(year)-\(month)-\(day)"
        case 5: "before:\(year)-\(month)"
        case 6: "until:\(year)-\(month)-\(day)"
        default: "ngày:..\(year)"
        }
    }

    private mutating func beginning() -> String {
        let syllable = syllable()
        return (maybe(0.1) ? "tp." : "") + syllable.prefix(Int.random(in: 1...syllable.count, using: &generator))
    }

    private mutating func run(_ count: ClosedRange<Int>) -> String {
        (0..<Int.random(in: count, using: &generator)).map { _ in syllable() }.joined(separator: " ")
    }

    private mutating func syllable() -> String {
        let syllable = pick(InventedArchive.syllables)
        return maybe(0.5) ? syllable.marked : syllable.bare
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &generator)]
    }

    private mutating func maybe(_ probability: Double = 0.5) -> Bool {
        Double.random(in: 0..<1, using: &generator) < probability
    }
}
