import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

@Suite("Limits")
struct LimitTests {
    let folder: TemporaryFolder
    let writer: WritableDatabase

    init() throws {
        folder = try TemporaryFolder()
        writer = try WritableDatabase(path: folder.path(of: "db"), options: .noSync)
    }

    static let termTable: [([UInt8], Bool)] = [
        (Array(repeating: 97, count: 245), true),
        (Array(repeating: 97, count: 246), false),
        (Array(repeating: 97, count: 70_000), false),
        (Array(repeating: 0, count: 122), true),
        (Array(repeating: 0, count: 123), false),
        (Array(repeating: 97, count: 243) + [0], true),
        (Array(repeating: 97, count: 244) + [0], false),
        ([0], true),
        ([97, 0, 98], true),
        ([255, 254, 0, 0, 1], true),
        ([], false),
    ]

    @Test("A term is stored up to its maximum length, zero bytes counting twice", arguments: termTable)
    func terms(term: [UInt8], isStored: Bool) throws {
        try writer.add(Document("earlier"))
        var document = Document()
        document.addTerm(term)
        guard isStored else {
            #expect(kind { try writer.add(document) } == .invalidArgument)
            #expect(kind { try writer.replace(1, with: document) } == .invalidArgument)
            #expect(kind { try writer.replace(uniqueTerm: term, with: Document("x")) } == .invalidArgument)
            #expect(kind { try writer.delete(term: term) } == .invalidArgument)
            // What was written before the refusal is still there.
            try writer.commit()
            #expect(try Database(path: folder.path(of: "db")).documentCount == 1)
            return
        }
        try writer.add(document)
        try writer.commit()
        let reader = try Database(path: folder.path(of: "db"))
        #expect(try reader.documents(with: term) == [2])
        #expect(try reader.terms(of: 2).map(\.term) == [term])
        #expect(try Enquire(.term(term)).matches(in: reader).items.map(\.document) == [2])
        #expect(try reader.terms(withPrefix: term).map(\.term) == [term])
    }

    @Test("The message names the length of the term")
    func message() throws {
        var document = Document()
        document.addTerm(Array(repeating: 0, count: 200))
        let error = #expect(throws: XapianError.self) { try writer.add(document) }
        #expect(error?.message.contains("term of 200 bytes (400 ") == true)
    }

    @Test("Data and metadata over 100 MB are refused, and a megabyte is kept")
    func data() throws {
        var document = Document("a")
        document.data = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
        try writer.add(document)
        try writer.commit()
        #expect(try writer.data(of: 1) == document.data)
        document.data = Array(repeating: 7, count: 100_000_001)
        #expect(kind { try writer.add(document) } == .invalidArgument)
        #expect(kind { try writer.setMetadata("key", to: document.data) } == .invalidArgument)
        #expect(kind { try writer.setMetadata(String(repeating: "k", count: 300), to: [1]) } == .invalidArgument)
    }

    @Test("Values and data keep every byte")
    func allBytes() throws {
        let every = (0...255).map { UInt8($0) }
        var document = Document()
        document.setValue(every, slot: 0)
        document.setValue([0], slot: 4_294_967_294)
        document.setValue([], slot: 5)
        document.data = every
        try writer.add(document)
        #expect(try writer.value(of: 1, slot: 0) == every)
        #expect(try writer.value(of: 1, slot: 4_294_967_294) == [0])
        #expect(try writer.value(of: 1, slot: 5) == [])
        #expect(try writer.data(of: 1) == every)
        document.setValue([1], slot: .max)
        #expect(kind { try writer.add(document) } == .invalidArgument)
    }
}
