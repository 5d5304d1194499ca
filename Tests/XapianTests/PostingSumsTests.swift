import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

@Suite("Sums over postings")
struct PostingSumsTests {
    private func sums(_ database: Database, count: Int = 64) throws -> (lists: PostingSums, terms: PostingSums) {
        var (lists, terms) = (PostingSums(count: count), PostingSums(count: count))
        for document in try database.documents(with: []) { _ = try terms.addTermList(in: database, of: document) }
        var last: [UInt8] = []
        while let step = try lists.addPostings(in: database, after: last, limit: 7) {
            #expect(step.miscounted.isEmpty)
            last = step.last
        }
        return (lists, terms)
    }

    @Test("The sums are the same from documents, term lists and posting lists, after updates too")
    func equal() throws {
        let folder = try TemporaryFolder()
        let documents = (0..<50).map { number in
            var document = Document()
            document.addTerm("common", frequency: UInt32(number))
            document.addTerm("w\(number % 7)", frequency: 0)
            document.addTerm([UInt8(number), 0, 255], frequency: 2)
            return document
        }
        let writer = try WritableDatabase(path: folder.path(of: "db"), opening: .create)
        for document in documents { _ = try writer.add(document) }
        try writer.replace(3, with: documents[20])
        try writer.delete(5)
        try writer.commit()
        var written = PostingSums(count: 64)
        for (number, document) in documents.enumerated() where number != 4 {
            written.add(number == 2 ? documents[20] : document, as: DocumentID(number + 1))
        }
        let (lists, terms) = try sums(writer)
        #expect(lists == terms)
        #expect(lists == written)
    }

    @Test("The sums narrow down the terms that differ", arguments: [1, 2])
    func difference(frequency: UInt32) throws {
        var document = Document()
        document.addTerm("a")
        var other = document
        document.addTerm("b", frequency: 1)
        if frequency == 2 { other.addTerm("b", frequency: 2) }
        var (one, two) = (PostingSums(count: 1_000), PostingSums(count: 1_000))
        one.add(document, as: 1)
        two.add(other, as: 1)
        #expect(one.places(differingFrom: two) == [one.place(of: Array("b".utf8))])
        two = PostingSums(count: 1_000)
        two.add(document, as: 2)
        #expect(one.places(differingFrom: two).count == 2)
    }
}
