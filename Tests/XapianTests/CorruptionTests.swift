import Foundation
import Testing

@testable import Xapian

@Suite("Damaged databases")
struct CorruptionTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path(of: "db")
        try makeDatabase(
            path, (0..<3_000).map { Document("common w\($0)", data: String(repeating: "text \($0) ", count: 20)) })
    }

    /// Rewrites a file of the database.
    private func damage(_ name: String, _ change: (inout Data) -> Void) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        var data = try Data(contentsOf: url)
        change(&data)
        try data.write(to: url)
    }

    /// Opens the database and reads all of it.
    private func readAll() throws {
        let reader = try Database(path: path)
        for document in try reader.documents(with: bytes("common")) { _ = try reader.data(of: document) }
        for term in try reader.terms(withPrefix: []) { _ = try reader.documents(with: term.term) }
        _ = try Enquire(.or([.term("common"), .term("w7")]), limit: 3_000).matches(in: reader)
    }

    @Test("A sound database is read and checked")
    func sound() throws {
        try readAll()
        let report = try Database.check(path: path)
        #expect(report.problemCount == 0)
        #expect(report.text.contains("postlist"))
    }

    @Test("A table cut short is corrupt", arguments: ["postlist.glass", "docdata.glass"])
    func cut(name: String) throws {
        try damage(name) { $0 = $0.prefix(8_192) }
        #expect(kind { try readAll() } == .databaseCorrupt)
    }

    @Test("Blocks of zeros are corrupt, and a check names the table", arguments: ["postlist.glass", "docdata.glass"])
    func zeros(name: String) throws {
        try damage(name) { $0 = Data(count: $0.count) }
        #expect(kind { try readAll() } == .databaseCorrupt)
        var problems = 0
        do {
            problems = try Database.check(path: path).problemCount
        } catch {
            problems = 1
        }
        #expect(problems > 0)
    }

    @Test("Damage anywhere is an error or goes unnoticed, and never ends the process", arguments: 0..<40)
    func anywhere(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let name = ["postlist.glass", "docdata.glass", "termlist.glass", "iamglass"][seed % 4]
        try damage(name) { data in
            for _ in 0..<3 { data[next(below: data.count)] ^= UInt8(1 + next(below: 255)) }
        }
        do {
            try readAll()
        } catch let error as XapianError {
            #expect(!error.message.isEmpty)
        }
    }

    @Test("A version file that is none is refused")
    func noVersionFile() throws {
        try damage("iamglass") { $0 = Data(repeating: 0x78, count: $0.count) }
        let kind = kind { try readAll() }
        #expect(kind == .databaseCorrupt || kind == .databaseVersion)
    }

    @Test("An empty version file is refused")
    func emptyVersionFile() throws {
        try damage("iamglass") { $0 = Data() }
        #expect(kind { try readAll() } == .databaseCorrupt)
    }

    @Test("A database of another version of the format says so")
    func otherVersion() throws {
        // 14 bytes of magic stand before the two of the version.
        try damage("iamglass") { $0[$0.startIndex + 15] ^= 0x0F }
        #expect(kind { try readAll() } == .databaseVersion)
    }
}
