import ArticleModel
import Foundation
import IndexSamples
import Seeding
import TemporaryFolders
import Testing
import Xapian

@testable import Indexing

@Suite("Records of the articles of a bulk load")
struct LoadRecordsTests {
    /// Articles by id, date and text, in the order in which they come.
    private func numbered(
        _ articles: [(id: String, year: Int?, text: String)], heldAtOnce: Int = 1 << 20
    ) throws -> LoadRecords.Numbering {
        let folder = try TemporaryFolder()
        let files = try (0..<2).map { try LoadRecordFile(path: "\(folder.path)/records-\($0)") }
        var writers = files.map { LoadRecordWriter($0) }
        for (note, article) in articles.enumerated() {
            let date = article.year.flatMap { day($0, 3, 19) }
            let prepared = prepared([Article(id: article.id, body: article.text, date: date)])
            try writers[note % 2].append(LoadRecord(prepared[0], note: UInt32(note)))
        }
        for place in writers.indices { try writers[place].finish() }
        return try LoadRecords(files: files, count: articles.count, heldAtOnce: heldAtOnce).numbered()
    }

    @Test("The newest articles come first, undated ones last, and those of one day in input order")
    func order() throws {
        let articles: [(String, Int?, String)] = [
            ("a", 2014, "x"), ("b", nil, "x"), ("c", 2026, "x"), ("d", 2014, "x"), ("e", nil, "x"), ("f", 1995, "x"),
        ]
        let (numbers, outcome) = try numbered(articles)
        #expect(numbers == [2, 5, 1, 3, 6, 4])
        #expect((outcome.added, outcome.updated, outcome.unchanged, outcome.articles) == (6, 0, 0, 6))
    }

    @Test("The last article of an id is kept, and each is compared with the one before it")
    func repeated() throws {
        let articles: [(String, Int?, String)] = [
            ("a", 2014, "x"), ("b", 2014, "x"), ("a", 2014, "x"), ("a", 2026, "y"), ("b", 2014, "z"), ("a", 2014, "x"),
        ]
        let (numbers, outcome) = try numbered(articles)
        #expect(numbers == [0, 0, 0, 0, 1, 2])
        #expect((outcome.added, outcome.updated, outcome.unchanged, outcome.articles) == (2, 3, 1, 2))
    }

    @Test("The result does not depend on the number of records in memory")
    func passes() throws {
        var generator = SeededGenerator(seed: 4)
        let articles: [(String, Int?, String)] = (0..<400).map { _ in
            (
                "\(Int.random(in: 0..<250, using: &generator))", Int.random(in: 1995...2026, using: &generator),
                "\(Int.random(in: 0..<3, using: &generator))"
            )
        }
        let (numbers, outcome) = try numbered(articles)
        for held in [1, 7, 100, 399] {
            let (others, counts) = try numbered(articles, heldAtOnce: held)
            #expect(others == numbers)
            #expect(counts == outcome)
        }
        #expect(outcome.added == outcome.articles && outcome.added + outcome.updated + outcome.unchanged == 400)
    }

    @Test("A file whose content is not what was written is named")
    func damaged() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/records"
        let file = try LoadRecordFile(path: path)
        var writer = LoadRecordWriter(file)
        for note in 0..<9_000 {
            try writer.append(LoadRecord(prepared([Article(id: "\(note)")])[0], note: UInt32(note)))
        }
        try writer.finish()
        var read = 0
        try file.forEach { _ in read += 1 }
        #expect(read == 9_000)
        for damage in ["flip", "cut"] {
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            if damage == "flip" {
                let byte = try #require(try handle.read(upToCount: 1)?.first)
                try handle.seek(toOffset: 0)
                try handle.write(contentsOf: [byte ^ 4])
            } else {
                try handle.truncate(atOffset: 400)
            }
            try handle.close()
            let error = #expect(throws: XapianError.self) { try file.forEach { _ in } }
            #expect(error?.message == "\(path) does not hold what was written to it")
        }
    }
}
