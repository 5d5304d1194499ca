import Foundation
import TemporaryFolders
import Testing
import XapianSamples

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

    @Test("An intact database can be read and checked")
    func sound() throws {
        try readAll()
        let report = try Database.check(path: path)
        #expect(report.problemCount == 0)
        #expect(report.text.contains("postlist"))
    }

    @Test("A truncated table is corrupt", arguments: ["postlist.glass", "docdata.glass"])
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

    // Bytes changed inside a table's items are left out on purpose: Xapian 1.4.22 follows their lengths unchecked.
    @Test("A changed byte of the version file's magic is refused", arguments: 0..<14)
    func magic(offset: Int) throws {
        try damage("iamglass") { $0[$0.startIndex + offset] ^= 0x21 }
        let found = kind { try readAll() }
        #expect(found == .databaseCorrupt || found == .databaseVersion)
    }

    @Test("An invalid version file is refused")
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
