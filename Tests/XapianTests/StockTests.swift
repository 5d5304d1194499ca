import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

@Suite("Xapian's own terms and queries")
struct StockTests {
    let folder: TemporaryFolder
    let database: WritableDatabase

    init() throws {
        folder = try TemporaryFolder()
        database = try WritableDatabase(path: folder.path(of: "db"), opening: .create, options: .noSync)
        try database.addStock(["Chợ nổi", "Ghe thuyền trên sông Hậu."], data: bytes("một"))
        try database.addStock(["Sông Hồng", "Phù sa hoà vào nước."], data: bytes("hai"))
        try database.addStock(["Hòa bình", "Chuyện ở cơ sở"], data: bytes("ba"))
        try database.commit()
    }

    private func names(_ query: String, limit: Int = 10) throws -> [String] {
        let reader = try Database(path: folder.path(of: "db"))
        return try reader.stockMatches(query, limit: limit).items.map { text(try reader.data(of: $0.document)) }
    }

    @Test("Words are found in lower case in every text, joined by OR, the document with more of them first")
    func words() throws {
        #expect(try database.documentCount == 3)
        #expect(try names("chợ") == ["một"])
        #expect(try names("sông hồng") == ["hai", "một"])
        #expect(try names("biển") == [])
        #expect(try names("").isEmpty)
        #expect(try database.frequency(of: bytes("thuyền")) == 1)
        #expect(try database.frequency(of: bytes("Zthuyền")) == 0, "there is no stemmer")
    }

    @Test("Marks and their places tell words apart")
    func marks() throws {
        #expect(try names("song") == [])
        #expect(try names("hòa") == ["ba"])
        #expect(try names("hoà") == ["hai"])
    }

    @Test("Phrases hold within a text and not across two")
    func phrases() throws {
        #expect(try names("\"sông hậu\"") == ["một"])
        #expect(try names("\"hậu sông\"") == [])
        #expect(try names("\"nổi ghe\"") == [])
    }

    @Test("Every word can be required, and the last one may be unfinished")
    func settings() throws {
        #expect(try database.stockMatches("sông hồng", everyWord: true).items.map(\.document) == [2])
        #expect(try database.stockMatches("sông h", everyWord: true).items.isEmpty)
        let partial = try database.stockMatches("sông h", everyWord: true, isPartial: true)
        #expect(Set(partial.items.map(\.document)) == [1, 2])
        #expect(try database.stockMatches("sông", limit: 0, checkAtLeast: 3).lowerBound == 2)
    }

    @Test("A boolean term filters and is not a word")
    func booleanTerms() throws {
        try database.addStock(["Sông Đà"], data: bytes("bốn"), booleanTerm: bytes("Y2017"))
        #expect(try database.stockMatches("sông", booleanTerm: bytes("Y2017")).items.map(\.document) == [4])
        #expect(try database.stockMatches("sông", booleanTerm: bytes("Y2018")).items.isEmpty)
        #expect(try database.stockMatches("y2017").items.isEmpty)
    }

    @Test("A limit and a document without text are taken as they are")
    func limits() throws {
        #expect(try names("sông", limit: 1).count == 1)
        #expect(try names("sông", limit: -1) == [])
        #expect(try database.addStock([], data: []) == 4)
        #expect(try database.addStock(["", "\u{0}\u{0}"], data: bytes("x")) == 5)
        #expect(try database.length(of: 4) == 0)
        #expect(try Database(paths: []).stockMatches("sông").items == [])
    }

    @Test("Unsupported requests are an error")
    func errors() throws {
        #expect(kind { _ = try database.stockMatches("sông AND") } == .invalidArgument)
        #expect(kind { _ = try database.stockMatches("sông") } == nil, "the database can be used afterwards")
        let huge = [UInt8](repeating: 0x61, count: 100_000_001)
        #expect(kind { _ = try database.addStock(["a"], data: huge) } == .invalidArgument)
        #expect(try database.documentCount == 3)
        try database.close()
        #expect(kind { _ = try database.stockMatches("sông") } == .databaseClosed)
        #expect(kind { _ = try database.addStock(["a"], data: []) } == .databaseClosed)
    }
}
