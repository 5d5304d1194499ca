import ArticleModel
import Articles
import Foundation
import SearchProtocol
import SearchService
import Testing

/// The folder of real articles, if the environment names one.
private let corpus = ProcessInfo.processInfo.environment["TRACUU_CORPUS"]

/// Common complaints about searches of Vietnamese text, checked with a thousand real articles.
///
/// What is expected is counted in the articles themselves, see `PlainArticle`.
@Suite(
    "Queries on real articles find what their readers mean",
    .enabled(if: corpus != nil, "TRACUU_CORPUS names no folder of *.jsonl.xz: the tests on real articles are skipped"))
struct AcceptanceTests {
    @Test("Marks bind, words without marks match every reading, and spellings of a word are equal")
    func table() async throws {
        let archive = try await RealArchive(try #require(corpus) + "/news-misc-dated.jsonl.xz")
        try await everyReading(of: "duong", in: archive)
        try await everyReading(of: "hoa", in: archive)
        for word in ["đường", "dường", "dương"] { try await onlyTheWord(word, in: archive) }
        try await placementsOfTones(in: archive)
        try await wordsWithoutMarks(in: archive)
        try await phraseFirst(in: archive)
        try await phrase(in: archive)
        try await eth(in: archive)
    }

    private func everyReading(of bare: String, in archive: RealArchive) async throws {
        let found = try await archive.search(bare)
        #expect(Set(found.ids) == archive.ids(holdingBare: bare), "\(bare) reaches every reading and no other")
        #expect(found.isWhole)
        let readings = archive.articles.reduce(into: Set<PlainArticle.Word>()) { readings, article in
            readings.formUnion(article.words.filter { $0.bare == bare })
        }
        try #require(readings.count > 3, "\(bare) has readings to reach")
        for reading in readings {
            #expect(archive.ids(holding: reading).isSubset(of: found.ids), "\(bare) reaches \(reading.marked)")
        }
        let exact = archive.ids(holding: bare)
        try #require(!exact.isEmpty)
        #expect(Set(found.ids.prefix(exact.count)) == exact, "\(bare) as it is typed comes first")
    }

    private func onlyTheWord(_ word: String, in archive: RealArchive) async throws {
        let expected = archive.ids(holding: word)
        try #require(!expected.isEmpty)
        let found = try await archive.search(word)
        #expect(Set(found.ids) == expected, "\(word) is found where it stands and nowhere else")
        #expect(found.isWhole)
    }

    private func placementsOfTones(in archive: RealArchive) async throws {
        let expected = archive.ids(holding: "hòa")
        for style in ["hòa", "hoà"] {
            let other = style == "hòa" ? "hoà" : "hòa"
            let one = archive.ids { article in
                let written = Set(article.words.map(\.written))
                return written.contains(style) && !written.contains(other)
            }
            try #require(!one.isEmpty, "some articles hold \(style) alone")
            try #require(one.isSubset(of: expected))
        }
        let first = try await archive.search("hòa")
        #expect(Set(first.ids) == expected)
        for spelling in ["hoà", "ho\u{300}a", "hoa\u{300}", "HÒA", "HOÀ", "HO\u{300}A"] {
            let found = try await archive.search(spelling)
            #expect(found.ids == first.ids, "\(spelling) finds what hòa finds, in the same order")
            #expect(found.total == first.total)
        }
    }

    private func wordsWithoutMarks(in archive: RealArchive) async throws {
        let marked = try await archive.search("điện thoại")
        let bare = try await archive.search("dien thoai")
        #expect(Set(marked.ids) == archive.ids(holding: "điện", "thoại"))
        #expect(Set(bare.ids) == archive.ids(holdingBare: "dien", "thoai"))
        try #require(!marked.ids.isEmpty)
        #expect(Set(bare.ids).isSuperset(of: marked.ids), "without marks nothing is lost that marks find")
    }

    private func phraseFirst(in archive: RealArchive) async throws {
        let holders = archive.ids(holdingPhrase: "công", "nghệ", "thông", "tin")
        let everywhere = archive.ids(holdingBare: "cong", "nghe", "thong", "tin")
        try #require(!holders.isEmpty && holders.count < everywhere.count, "there is something to come first before")
        let found = try await archive.search("cong nghe thong tin")
        #expect(Set(found.ids) == everywhere)
        let page = try await archive.search("cong nghe thong tin", limit: 10, match: .auto).ids
        try #require(page.count == 10)
        #expect(page.prefix(holders.count).allSatisfy(holders.contains), "the first page holds the phrase")
    }

    private func phrase(in archive: RealArchive) async throws {
        let found = try await archive.search("\"công nghệ thông tin\"")
        #expect(Set(found.ids) == archive.ids(holdingPhrase: "công", "nghệ", "thông", "tin"))
        #expect(found.isWhole)
    }

    private func eth(in archive: RealArchive) async throws {
        let written = archive.articles.reduce(into: Set<String>()) { $0.formUnion($1.wordsWithEth) }
        try #require(!written.isEmpty, "the articles hold words written with Eth")
        for word in written.sorted() + ["\u{D0}ường"] {
            let right = word.replacing("\u{D0}", with: "Đ").replacing("\u{F0}", with: "đ")
            let (found, same) = (try await archive.search(word), try await archive.search(right))
            #expect(Set(found.ids) == archive.ids(holding: right), "\(word) is \(right)")
            #expect(found.ids == same.ids)
            #expect(found.total == same.total)
        }
    }
}

/// Real articles, and one that was typed without marks, in an index of their own.
private struct RealArchive {
    /// An answer in full: the ids in order, each once, and the total.
    struct Answer {
        let ids: [String]
        let total: SearchTotal

        /// Whether the total is exact and every hit is among the ids.
        var isWhole: Bool { total == SearchTotal(value: ids.count, relation: .exact) }
    }

    let articles: [PlainArticle]
    private let home: ServiceHome

    /// An article as a line of input.
    private struct Line: Encodable {
        let id: String
        let title: String
        let body: String
    }

    private struct EnoughRead: Error {}

    /// The first articles of a file, few enough for a build without optimisation to finish in half a minute.
    init(_ file: String, count: Int = 1_000) async throws {
        var lines = [Line(id: "không-dấu", title: "Tin nhan", body: "Em dang tren duong ve nha, mai gap nhe.")]
        do {
            try ArticleFiles().read([file]) { event in
                guard case .article(let article) = event else { return }
                lines.append(Line(id: article.id, title: article.title, body: article.body))
                if lines.count > count { throw EnoughRead() }
            }
        } catch is EnoughRead {}
        var read: [String: PlainArticle] = [:]
        var known: [String: PlainArticle.Word] = [:]
        for line in lines {
            let article = Article(id: line.id, title: line.title, body: line.body)
            read[line.id] = PlainArticle(article, known: &known)
        }
        articles = Array(read.values)

        var options = ServiceOptions()
        options.limits.deadlineMs = 120_000
        home = try ServiceHome(options: options)
        let input = home.folder.appendingPathComponent("articles.jsonl")
        try Data(lines.map { try JSONEncoder().encode($0) }.joined(separator: Data("\n".utf8))).write(to: input)
        let indexed = try await home.service.index(paths: [input.path])
        try #require(indexed.failed.isEmpty)
        try #require(articles.count > count / 2 && indexed.added == articles.count)
    }

    /// The ids of the articles that satisfy a condition.
    func ids(where holds: (PlainArticle) -> Bool) -> Set<String> { Set(articles.filter(holds).map(\.id)) }

    /// The ids of the articles in which each of these words occurs, marks and all.
    func ids(holding words: String...) -> Set<String> {
        let words = words.map { PlainArticle.Word($0) }
        return ids { words.allSatisfy($0.holds(marked:)) }
    }

    func ids(holding word: PlainArticle.Word) -> Set<String> { ids { $0.holds(marked: word) } }

    /// The ids of the articles in which each of these words occurs, in any reading.
    func ids(holdingBare words: String...) -> Set<String> {
        let words = words.map { PlainArticle.Word($0) }
        return ids { words.allSatisfy($0.holds(bare:)) }
    }

    /// The ids of the articles in which these words follow each other, marks and all.
    func ids(holdingPhrase words: String...) -> Set<String> {
        let words = words.map { PlainArticle.Word($0) }
        return ids { $0.holds(phrase: words) }
    }

    /// Everything that has every word of a query, or a page of it.
    func search(_ query: String, limit: Int = 10_000, match: SearchMatch = .all) async throws -> Answer {
        let params = SearchParams(query: query, limit: limit, match: match, snippets: false, deadlineMs: 120_000)
        let result = try await home.service.search(params)
        let ids = result.hits.map(\.id)
        #expect(Set(ids).count == ids.count, "\(query) brings each article once")
        return Answer(ids: ids, total: result.total)
    }
}
