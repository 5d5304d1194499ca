import Foundation
import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

@Suite("Compaction")
struct MaintenanceTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("Databases are merged, their documents in order", arguments: [CompactionOptions(), .singleFile, .multipass])
    func merge(options: CompactionOptions) throws {
        try makeDatabase(folder.path(of: "one"), [Document("a", data: "1"), Document("a b", data: "2")])
        try makeDatabase(folder.path(of: "two"), [Document("b", data: "3")])
        let merged = folder.path(of: "merged")
        try Database.compact(from: [folder.path(of: "one"), folder.path(of: "two")], to: merged, options: options)
        let reader = try Database(path: merged)
        #expect(try (1...3).map { text(try reader.data(of: $0)) } == ["1", "2", "3"])
        #expect(try reader.documents(with: bytes("b")) == [2, 3])
        #expect(try Database.check(path: merged).problemCount == 0)
    }

    @Test("Documents keep their numbers where that is asked for")
    func keepsNumbers() throws {
        let writer = try WritableDatabase(path: folder.path(of: "db"), options: .noSync)
        for word in ["a", "b", "c"] { try writer.add(Document(word)) }
        try writer.delete(1)
        try writer.setMetadata("key", to: [1, 2])
        try writer.commit()
        let compact = folder.path(of: "compact")
        try Database.compact(from: [folder.path(of: "db")], to: compact, options: .keepsDocumentIDs)
        let reader = try Database(path: compact)
        #expect(try reader.documents(with: []) == [2, 3])
        #expect(try reader.metadata("key") == [1, 2])
        #expect(try reader.lastDocumentID == 3)
    }

    @Test("Nothing to compact, and nothing to check, are errors")
    func nothing() throws {
        let nowhere = folder.path(of: "nowhere")
        #expect(kind { try Database.compact(from: [], to: nowhere) } == .invalidArgument)
        #expect(kind { try Database.compact(from: [nowhere], to: nowhere + "2") } == .databaseNotFound)
        #expect(kind { _ = try Database.check(path: nowhere) } != nil)
    }
}
