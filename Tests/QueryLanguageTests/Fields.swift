import CivilTime
import QueryLanguage

/// Fields of every syntax, as an index would declare them.
let sampleFields = [
    QueryField(name: "title", aliases: ["tiêuđề"], syntax: .text),
    QueryField(name: "author", aliases: ["tácgiả"], syntax: .text),
    QueryField(name: "source", aliases: ["nguồn"], syntax: .value),
    QueryField(name: "id", syntax: .value),
    QueryField(name: "path", syntax: .value),
    QueryField(name: "ref", aliases: ["sốhiệu"], syntax: .value),
    QueryField(name: "date", aliases: ["ngày"], syntax: .dates),
    QueryField(name: "since", aliases: ["từ"], syntax: .since),
    QueryField(name: "until", aliases: ["đến"], syntax: .until),
    QueryField(name: "before", syntax: .before),
]

/// Saturday, 21 November 2026.
let sampleToday = Day(number: 20_778)

let sampleParser = QueryParser(fields: sampleFields, today: sampleToday)
