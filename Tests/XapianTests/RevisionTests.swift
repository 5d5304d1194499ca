import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

@Suite("Revisions")
struct RevisionTests {
    @Test("A reader survives one commit, then throws databaseModified, and recovers by reopening")
    func modified() throws {
        let folder = try TemporaryFolder()
        let writer = try WritableDatabase(path: folder.path(of: "db"), options: .noSync)
        func fill() throws {
            for index in 0..<2_000 {
                try writer.replace(
                    DocumentID(index + 1),
                    with: Document("common w\(index % 97)", data: String(repeating: "d", count: 99)))
            }
            try writer.commit()
        }
        func readAll(_ reader: Database) throws -> Int {
            for document in try reader.documents(with: bytes("common")) { _ = try reader.data(of: document) }
            return try Enquire(.term("w5"), limit: 100).matches(in: reader).items.count
        }

        try fill()
        let reader = try Database(path: folder.path(of: "db"))
        let revision = try reader.revision
        try fill()
        #expect(try readAll(reader) == 21)
        #expect(try reader.revision == revision)
        try fill()
        try fill()
        #expect(kind { _ = try readAll(reader) } == .databaseModified)
        #expect(try reader.reopen())
        #expect(try readAll(reader) == 21)
        #expect(try reader.revision == revision + 3)
    }
}
