import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

@Suite("Terms and postings")
struct TermsTests {
    let folder: TemporaryFolder
    let database: Database

    init() throws {
        folder = try TemporaryFolder()
        try makeDatabase(
            folder.path(of: "db"),
            [Document("quận quyết quyền"), Document("quyết xã"), Document("quyết quận"), Document("qui")])
        database = try Database(path: folder.path(of: "db"))
    }

    @Test("Frequencies count documents")
    func frequencies() throws {
        #expect(try database.frequency(of: bytes("quyết")) == 3)
        #expect(try database.frequency(of: bytes("quyế")) == 0)
        #expect(try database.contains(bytes("xã")))
        #expect(try !database.contains(bytes("phường")))
    }

    @Test("Terms with a prefix come in byte order, page by page")
    func prefixes() throws {
        let all = try database.terms(withPrefix: bytes("qu"))
        #expect(all.map { text($0.term) } == ["qui", "quyết", "quyền", "quận"])
        #expect(all.map(\.frequency) == [1, 3, 1, 2])
        var pages: [TermEntry] = []
        while true {
            let page = try database.terms(withPrefix: bytes("qu"), after: pages.last?.term ?? [], limit: 1)
            guard let entry = page.first else { break }
            pages.append(entry)
        }
        #expect(pages == all)
        #expect(try database.terms(withPrefix: bytes("z")) == [])
        #expect(try database.terms(withPrefix: bytes("qu"), limit: -1) == [])
        #expect(try database.terms(withPrefix: bytes("qu"), after: bytes("a")) == all)
        #expect(try database.terms(withPrefix: bytes("qu"), after: bytes("z")) == [])
    }

    @Test("The documents of a term come in order, page by page; an empty term stands for all")
    func postings() throws {
        #expect(try database.documents(with: bytes("quyết")) == [1, 2, 3])
        #expect(try database.documents(with: bytes("quyết"), limit: 2) == [1, 2])
        #expect(try database.documents(with: bytes("quyết"), after: 2) == [3])
        #expect(try database.documents(with: bytes("quyết"), after: .max) == [])
        #expect(try database.documents(with: bytes("quyết"), after: 3) == [])
        #expect(try database.documents(with: [], after: 1) == [2, 3, 4])
        #expect(try database.firstDocument(with: bytes("xã")) == 2)
        #expect(try database.firstDocument(with: bytes("phường")) == nil)
    }

    @Test("Several databases are searched as one")
    func several() throws {
        try makeDatabase(folder.path(of: "other"), [Document("quyết"), Document("quy"), Document("mới")])
        let both = try Database(paths: [folder.path(of: "db"), folder.path(of: "other")])
        #expect(try both.documentCount == 7)
        #expect(try both.frequency(of: bytes("quyết")) == 4)
        #expect(try both.documents(with: bytes("quyết")) == [1, 2, 3, 5])
        #expect(try both.terms(withPrefix: bytes("quy")).map(\.frequency) == [1, 4, 1])
        let matches = try Enquire(.term("quyết")).matches(in: both, stopping: MatchGuard())
        #expect(Set(matches.items.map(\.document)) == [1, 2, 3, 5])
        #expect(try both.revision == Database(path: folder.path(of: "db")).revision)
        // The limit of an expansion is one for both, and takes the term that is frequent in their sum.
        let prefix = Query.prefix(bytes("qu"), PrefixExpansion(limit: 1))
        #expect(Set(try Enquire(prefix).matches(in: both).items.map(\.document)) == [1, 2, 3, 5])
    }

    @Test("No database at all holds no document")
    func none() throws {
        let nothing = try Database(paths: [])
        #expect(try nothing.documentCount == 0)
        #expect(try Enquire(.matchAll).matches(in: nothing).items == [])
    }
}
