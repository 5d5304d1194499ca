import ArticleModel
import Foundation
import Testing
import Xapian

@testable import ArticleIndex

@Suite("Checking an index")
struct CheckTests {
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 11)
        return archive.articles(60)
    }()

    private func events(_ stage: CheckStage, _ index: SampleIndex) -> [CheckEvent] {
        var events: [CheckEvent] = []
        CheckRun(path: index.folder.generation(1).path) { events.append($0) }.run(stage)
        return events
    }

    private func problems(_ stage: CheckStage, _ index: SampleIndex) -> [String] {
        events(stage, index).compactMap { event in
            if case .problem(let text) = event { text } else { nil }
        }
    }

    private func change(_ index: SampleIndex, _ body: (WritableDatabase) throws -> Void) throws {
        let database = try WritableDatabase(path: index.folder.generation(1).livePath, opening: .open)
        try body(database)
        try database.close()
    }

    @Test("finds nothing in a sound index, and says when it is done", arguments: CheckStage.allCases)
    func sound(stage: CheckStage) async throws {
        let index = try await SampleIndex(Self.articles)
        #expect(problems(stage, index) == [])
        #expect(events(stage, index).last == .finished)
    }

    @Test("names the article whose stored text is not what was written; neither a search nor the article gives it out")
    func changedText() async throws {
        let index = try await SampleIndex(Self.articles)
        let article = Self.articles[6]
        var other = article
        other.body += " giả"
        try change(index) { database in
            var document = ArticleIndexTests.prepared([article])[0].document
            document.data = StoredArticle.encode(other)
            try database.replace(7, with: document)
        }
        for stage in [CheckStage.articles, .terms] {
            let found = problems(stage, index)
            #expect(found.count == 1)
            #expect(found.first?.contains("article a6") == true)
            #expect(found.first?.contains("its stored text does not have its hash; tracuu rebuild") == true)
        }
        #expect(problems(.tables, index) == [])
        #expect(problems(.postings, index) == [])
        for failing in [
            await indexError { _ = try await index.reader.article(id: "a6") },
            await indexError { _ = try await index.ids("id:a6") },
        ] {
            guard case .damaged = failing else {
                Issue.record("\(failing.debugDescription)")
                continue
            }
        }
        // What can be mended is: the terms say that the text is another one, so it is given up and named.
        var lost: [String] = []
        #expect(try Rebuild.run(index.folder, lost: { lost.append($0) }).lost == 1)
        #expect(lost.count == 1 && lost.first?.contains("a6") == true)
    }

    @Test("names a term, a value and a length that are not the stored text's")
    func changedTerms() async throws {
        let index = try await SampleIndex(Self.articles)
        try change(index) { database in
            var documents = prepared(Self.articles).map(\.document)
            documents[1].addTerm("XFlạ", frequency: 0)
            documents[2].setValue(Array("Nguồn lạ".utf8), slot: ValueSlot.source.rawValue)
            documents[3].addTerm("XBla lung", frequency: 3)
            for number in 1...3 { try database.replace(DocumentID(number + 1), with: documents[number]) }
        }
        let found = problems(.terms, index)
        #expect(found.count == 3)
        #expect(found.first?.contains("article a1") == true && found.first?.contains("«lạ» (other reading)") == true)
        #expect(found.contains { $0.contains("article a2") && $0.contains("the value source") })
        #expect(found.contains { $0.contains("article a3") && $0.contains("«la lung» (bigram)") })
        #expect(problems(.articles, index) == [])
        #expect(problems(.postings, index) == [])
    }

    @Test(
        "finds a table that is cut short, whatever stage meets it", arguments: [CheckStage.tables, .articles, .terms])
    func cutTable(stage: CheckStage) async throws {
        let index = try await SampleIndex(Self.articles)
        let table = index.folder.generation(1).livePath + "/docdata.glass"
        try FileHandle(forWritingTo: URL(fileURLWithPath: table)).truncate(atOffset: 8_192)
        let found = problems(stage, index)
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.contains("tracuu rebuild") })
    }

    @Test("A hash that is damaged costs no article: its terms vouch for the text")
    func damagedHash() async throws {
        let index = try await SampleIndex(Self.articles)
        try change(index) { database in
            var document = prepared([Self.articles[4]])[0].document
            document.setValue([1, 2, 3], slot: ValueSlot.contentHash.rawValue)
            try database.replace(5, with: document)
        }
        #expect(problems(.articles, index).count == 1)
        #expect(try Rebuild.run(index.folder) == (articles: Self.articles.count, lost: 0))
        #expect(try await index.reader.article(id: "a4") == Self.articles[4])
    }

    @Test("Events survive being written and read")
    func lines() {
        let events: [CheckEvent] = [.progress(done: 1, total: 20), .problem("table x: y; z"), .overtaken, .finished]
        for event in events { #expect(CheckEvent(line: event.line) == event) }
        #expect(CheckEvent(line: CheckEvent.problem("two\nlines").line) == .problem("two lines"))
        for line in ["", "progress", "progress 1", "progress a b", "finished now", "nonsense"] {
            #expect(CheckEvent(line: line) == nil, "\(line)")
        }
    }
}
