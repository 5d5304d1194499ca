import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

@Suite("Writing")
struct WritingTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("What is added is read back after a commit: data, values, terms and lengths")
    func roundTrip() throws {
        let writer = try WritableDatabase(path: folder.path(of: "db"), opening: .create)
        var document = Document("hà nội hà", values: [0: "20150319", 7: "x"], data: "thân bài")
        document.addTerm("Q1", frequency: 0)
        #expect(document.termCount == 4)
        let id = try writer.add(document)
        try writer.commit()

        let reader = try Database(path: folder.path(of: "db"))
        #expect(id == 1)
        #expect(try reader.documentCount == 1)
        #expect(try reader.lastDocumentID == 1)
        #expect(try text(reader.data(of: id)) == "thân bài")
        #expect(try text(reader.value(of: id, slot: 0)) == "20150319")
        #expect(try reader.value(of: id, slot: 1) == [])
        #expect(try reader.length(of: id) == 3)
        #expect(try reader.averageLength == 3)
        #expect(
            try reader.terms(of: id) == [
                TermEntry(term: bytes("Q1"), frequency: 0), TermEntry(term: bytes("hà"), frequency: 2),
                TermEntry(term: bytes("nội"), frequency: 1),
            ])
        #expect(try reader.uuid.count == 36)
        #expect(try reader.valueBounds(slot: 0).upper == bytes("20150319"))
    }

    @Test("Emptying a document leaves nothing of it")
    func reuse() throws {
        var document = Document("a b", values: [1: "v"], data: "d")
        document.removeAll()
        #expect(document == Document())
        #expect(document.hashValue == Document().hashValue)
    }

    @Test("Documents are replaced and deleted, by number and by term")
    func replaceAndDelete() throws {
        let writer = try WritableDatabase(path: folder.path(of: "db"), options: .noSync)
        for word in ["Q1", "Q2", "Q3", "Q4"] { try writer.add(Document(word, data: word)) }
        try writer.replace(2, with: Document("Q2 new", data: "second"))
        #expect(try writer.replace(uniqueTerm: bytes("Q3"), with: Document("Q3 new", data: "third")) == 3)
        #expect(try writer.replace(uniqueTerm: bytes("Q5"), with: Document("Q5", data: "fifth")) == 5)
        try writer.delete(1)
        try writer.delete(term: bytes("Q4"))
        try writer.delete(term: bytes("unknown"))
        #expect(kind { try writer.delete(1) } == .documentNotFound)
        try writer.commit()

        let reader = try Database(path: folder.path(of: "db"))
        #expect(try reader.documents(with: []) == [2, 3, 5])
        #expect(try reader.documents(with: bytes("new")) == [2, 3])
        #expect(try text(reader.data(of: 2)) == "second")
        #expect(kind { _ = try reader.data(of: 1) } == .documentNotFound)
        #expect(kind { _ = try reader.data(of: 0) } == .invalidArgument)
    }

    @Test("Changes are seen by others only after a commit and a reopening")
    func visibility() throws {
        let writer = try WritableDatabase(path: folder.path(of: "db"), options: .noSync)
        try writer.add(Document("first"))
        try writer.commit()
        let reader = try Database(path: folder.path(of: "db"))
        try writer.add(Document("a"))
        #expect(try reader.reopen() == false)
        try writer.commit()
        #expect(try reader.documentCount == 1)
        let revision = try reader.revision
        #expect(try reader.reopen())
        #expect(try reader.documentCount == 2)
        #expect(try reader.revision == revision + 1)
    }

    @Test("A transaction is kept or discarded as a whole")
    func transactions() throws {
        let writer = try WritableDatabase(path: folder.path(of: "db"), options: .noSync)
        try writer.add(Document("before"))
        try writer.beginTransaction()
        try writer.add(Document("cancelled"))
        #expect(kind { try writer.commit() } == .invalidOperation)
        try writer.cancelTransaction()
        #expect(kind { try writer.cancelTransaction() } == .invalidOperation)
        try writer.beginTransaction(flushed: false)
        try writer.add(Document("kept"))
        try writer.commitTransaction()
        try writer.commit()
        let reader = try Database(path: folder.path(of: "db"))
        #expect(try reader.terms(withPrefix: []).map { text($0.term) } == ["before", "kept"])
    }

    @Test("Metadata is kept with the commits, in any bytes, and taken away by an empty value")
    func metadata() throws {
        let writer = try WritableDatabase(path: folder.path(of: "db"), options: .noSync)
        let value = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try writer.setMetadata("khoá", to: value)
        try writer.setMetadata("gone", to: [1])
        try writer.setMetadata("gone", to: [])
        try writer.commit()
        let reader = try Database(path: folder.path(of: "db"))
        #expect(try reader.metadata("khoá") == value)
        #expect(try reader.metadata("gone") == [])
        #expect(try reader.metadata("never") == [])
        #expect(kind { _ = try reader.metadata("") } == .invalidArgument)
    }

    @Test("A database without term lists is filled, searched, and refuses what needs them")
    func withoutTermLists() throws {
        let path = folder.path(of: "db")
        let writer = try WritableDatabase(path: path, opening: .create, options: [.noTermlist, .noSync, .dangerous])
        try writer.add(Document("a b", data: "text"))
        try writer.close()
        let reader = try Database(path: path)
        #expect(try Enquire(.term("a")).matches(in: reader).items.map(\.document) == [1])
        #expect(kind { _ = try reader.terms(of: 1) } == .unsupported)
        let again = try WritableDatabase(path: path, opening: .open, options: .noTermlist)
        #expect(kind { try again.delete(term: bytes("a")) } == .unsupported)
    }
}
