import ArticleModel
import Foundation
import IndexSamples
import TemporaryFolders
import Testing
import Xapian

@testable import IndexStorage
@testable import Indexing

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

    @Test("A check finds no problem in an intact index, and reports its end", arguments: CheckStage.allCases)
    func sound(stage: CheckStage) async throws {
        let index = try await SampleIndex(Self.articles)
        #expect(problems(stage, index) == [])
        #expect(events(stage, index).last == .finished)
    }

    @Test("Commits expire the snapshot of a check even if none follows and the lock is free")
    func overtakenAtLast() async throws {
        var archive = InventedArchive(seed: 12)
        let articles = archive.articles(600)
        let index = try await SampleIndex(articles)
        var events: [CheckEvent] = []
        var isChanged = false
        CheckRun(path: index.folder.generation(1).path) { event in
            events.append(event)
            guard case .progress = event, !isChanged else { return }
            isChanged = true
            // Blocks are reused from the second commit on.
            for round in 0..<3 {
                try? change(index) { database in
                    for (place, article) in articles.enumerated() {
                        var other = article
                        other.body += " thêm \(round)"
                        let document = IndexSamples.prepared([other])[0].document
                        try database.replace(DocumentID(place + 1), with: document)
                    }
                }
            }
        }.run(.postings)
        #expect(isChanged)
        #expect(events.last == .snapshotExpired)
        #expect(!events.contains { if case .problem = $0 { true } else { false } })
        #expect(problems(.postings, index) == [])
    }

    @Test("A check names totals of the index that are not the totals of its articles")
    func summary() async throws {
        let index = try await SampleIndex(Self.articles)
        let path = index.folder.generation(1).livePath
        let total = try Database(path: path).documentLengths().reduce(0) { $0 + Int($1.frequency) }
        // As Xapian packs it: seven bits a byte, the lowest first.
        var packed: [UInt8] = []
        var rest = total
        while rest >= 0x80 {
            packed.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        packed.append(UInt8(rest))
        let url = URL(fileURLWithPath: path + "/iamglass")
        var content = try Data(contentsOf: url)
        let place = try #require(content.lastRange(of: Data(packed))).lowerBound
        content[place] ^= 0x15
        try content.write(to: url)
        let found = problems(.postings, index)
        #expect(found.count == 1)
        #expect(found.first?.contains("words, and they have \(total); tracuu rebuild") == true)
    }

    @Test("A check names an article whose terms are not those of its stored text")
    func otherText() async throws {
        let index = try await SampleIndex(Self.articles)
        let article = Self.articles[6]
        var other = article
        other.body += " giả"
        try change(index) { database in
            var document = IndexSamples.prepared([article])[0].document
            document.data = StoredArticle.encode(other).record
            try database.replace(7, with: document)
        }
        let found = problems(.terms, index)
        #expect(found.count == 1)
        #expect(found.first?.contains("article a6") == true && found.first?.contains("its term list lacks") == true)
    }

    @Test("A check names an article whose stored text was changed; neither a search nor a lookup returns it")
    func changedText() async throws {
        let index = try await SampleIndex(Self.articles)
        let article = Self.articles[6]
        var other = article
        other.body += " giả"
        try change(index) { database in
            var document = IndexSamples.prepared([article])[0].document
            let hash = document.data[2..<14]
            document.data = StoredArticle.encode(other).record
            document.data.replaceSubrange(2..<14, with: hash)
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
        // A rebuild repairs what it can: the terms show that this text is another one, so it is dropped and named.
        var lost: [String] = []
        #expect(try Rebuild.run(index.folder, lost: { lost.append($0) }).lost == 1)
        #expect(lost.count == 1 && lost.first?.contains("a6") == true)
    }

    @Test("A check names a term, a value and a length that differ from the stored text")
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
        "A check finds a truncated table, whatever stage reads it", arguments: [CheckStage.tables, .articles, .terms])
    func cutTable(stage: CheckStage) async throws {
        let index = try await SampleIndex(Self.articles)
        let table = index.folder.generation(1).livePath + "/docdata.glass"
        try FileHandle(forWritingTo: URL(fileURLWithPath: table)).truncate(atOffset: 8_192)
        let found = problems(stage, index)
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.contains("tracuu rebuild") })
    }

    @Test("A damaged hash loses no article, since its terms confirm the text")
    func damagedHash() async throws {
        let index = try await SampleIndex(Self.articles)
        try change(index) { database in
            var document = prepared([Self.articles[4]])[0].document
            document.data[3] ^= 4
            try database.replace(5, with: document)
        }
        #expect(problems(.articles, index).count == 1)
        #expect(try Rebuild.run(index.folder) == (articles: Self.articles.count, lost: 0))
        #expect(try await index.reader.article(id: "a4") == Self.articles[4])
    }

    @Test("A check finds nothing in an intact sealed generation with removed articles", arguments: CheckStage.allCases)
    func soundSealed(stage: CheckStage) async throws {
        let index = try await SampleIndex(sealing: Self.articles, seed: 1)
        var events: [CheckEvent] = []
        CheckRun(path: try index.generation.path) { events.append($0) }.run(stage)
        let others = events.filter { if case .progress = $0 { false } else { true } }
        #expect(others == [.finished])
    }

    /// A generation whose sealed database holds these documents, with nothing live.
    private func sealed(_ documents: [Document], in temporary: TemporaryFolder) throws -> Generation {
        let generation = Generation(1, in: temporary.path)
        try FileManager.default.createDirectory(atPath: generation.path, withIntermediateDirectories: false)
        let database = try WritableDatabase(
            path: generation.sealedPath, opening: .create, options: [.noTermlist, .noSync])
        try database.setMetadata(SchemaVersion.metadataKey, to: Array(String(SchemaVersion.current).utf8))
        for document in documents { try database.add(document) }
        try database.close()
        try generation.makeLive(after: 0, of: temporary.index).close()
        return generation
    }

    @Test("A check names a changed term, value and text of a sealed article")
    func changedSealed() throws {
        let temporary = try TemporaryFolder()
        var documents = IndexSamples.prepared(Self.articles).map(\.document)
        documents[1].addTerm("XFlạ", frequency: 0)
        documents[2].setValue(Array("Nguồn lạ".utf8), slot: ValueSlot.source.rawValue)
        let generation = try sealed(documents, in: temporary)
        func problems(_ stage: CheckStage, _ generation: Generation) -> [String] {
            var found: [String] = []
            CheckRun(path: generation.path) { if case .problem(let text) = $0 { found.append(text) } }.run(stage)
            return found
        }
        let terms = problems(.terms, generation)
        #expect(terms.count == 1 && terms[0].contains("article a2") && terms[0].contains("the value source"))
        let postings = problems(.postings, generation)
        #expect(postings.count == 1)
        #expect(postings.first?.contains("«lạ» (other reading) has article a1") == true)
        #expect(problems(.tables, generation) == [])

        let other = try TemporaryFolder()
        documents[5].data = documents[6].data
        let damaged = try sealed(documents, in: other)
        let texts = problems(.articles, damaged)
        #expect(texts.count == 1 && texts[0].contains("article a5") && texts[0].contains("another article's"))
        // There is no text to compare its postings with.
        #expect(problems(.postings, damaged).count == 1)
    }

    @Test("A damaged hash of a sealed article loses no article, since the posting lists confirm the text")
    func damagedSealedHash() async throws {
        let temporary = try TemporaryFolder()
        var documents = IndexSamples.prepared(Self.articles).map(\.document)
        documents[4].data[3] ^= 4
        documents[5].data = documents[6].data
        let stored = try StoredArticles(
            paths: try sealed(documents, in: temporary).databasePaths, salvage: temporary.path(of: "salvage"),
            timeZoneOffset: nil)
        var encoder = ArticleEncoder()
        #expect(try stored.article(5, &encoder) == Self.articles[4])
        #expect(try stored.article(6, &encoder) == nil)
        #expect(stored.name(of: 6).hasPrefix("article a5"))
    }

    @Test("A check reports that removals from the sealed database are unknown")
    func damagedTombstones() async throws {
        let index = try await SampleIndex(sealing: Self.articles, seed: 2)
        let generation = try index.generation
        let database = try WritableDatabase(path: generation.livePath, opening: .open)
        try database.setMetadata("tracuu.tombstones.0", to: [1, 2, 3])
        try database.close()
        var found: [String] = []
        CheckRun(path: generation.path) { if case .problem(let text) = $0 { found.append(text) } }.run(.articles)
        #expect(found.count == 1 && found[0].contains("which sealed articles were removed"))
        guard case .damaged = await indexError({ _ = try await index.reader.statistics() }) else {
            Issue.record("read without knowing what was removed")
            return
        }
    }

    @Test("Check events survive being written and read")
    func lines() {
        let events: [CheckEvent] = [
            .progress(done: 1, total: 20), .problem("table x: y; z"), .snapshotExpired, .finished,
        ]
        for event in events { #expect(CheckEvent(line: event.line) == event) }
        #expect(CheckEvent(line: CheckEvent.problem("two\nlines").line) == .problem("two lines"))
        for line in ["", "progress", "progress 1", "progress a b", "finished now", "nonsense"] {
            #expect(CheckEvent(line: line) == nil, "\(line)")
        }
    }
}
