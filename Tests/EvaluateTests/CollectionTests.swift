import Foundation
import Measuring
import TemporaryFolders
import Testing

@testable import evaluate

@Suite("Reading retrieval collections and archives")
struct CollectionTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            {"id": "d1", "title": "Chợ nổi", "text": "Ghe thuyền trên sông"}
            {"id": "d2", "text": "Phù sa"}

            """, as: "corpus.jsonl")
        try folder.write("{\"id\": \"q1\", \"text\": \"chợ nổi\"}\n", as: "queries.jsonl")
        try folder.write("{\"id\": \"q1\", \"text\": \"cho noi\"}\n", as: "queries-nodiac.jsonl")
        try folder.write("q1\td1\t1\r\nq1\td2\t0.5\r\n", as: "qrels.tsv")
    }

    @Test("Documents, queries in both spellings, and judgements are read in full")
    func whole() throws {
        let collection = try Collection(folder: folder.url)
        #expect(collection.documents.map(\.id) == ["d1", "d2"])
        #expect(collection.documents.map(\.title) == ["Chợ nổi", ""])
        let set = try #require(collection.querySets.first)
        #expect(collection.querySets.count == 1)
        #expect(set.questions.map(\.answers) == [["d1": 1, "d2": 0.5]])
        #expect(set.queries(in: .unmarked, seed: 1) == ["cho noi"])
    }

    @Test(
        "A judgement that cannot be read is an error that names the line",
        arguments: ["q1 d1 1", "q1\td1", "q1\td1\tyes", "q1\td1\tnan", "\td1\t1", "q1\t\t1", "q1\td1\t1\t2", ""])
    func judgement(line: String) throws {
        try folder.write("q1\td1\t1\n\(line)\nq1\td2\t1\n", as: "qrels.tsv")
        let error = #expect(throws: Collection.FormatError.self) { try Collection(folder: folder.url) }
        #expect(error?.description.contains("qrels.tsv:2 ") == true)
        #expect(error?.description.contains("\n") == false)
    }

    @Test("A line that is not an object with an id and a text is an error that names the line")
    func document() throws {
        try folder.write("{\"id\": \"q1\", \"text\": \"chợ\"}\n{\"id\": \"q2\"}\n", as: "queries.jsonl")
        let error = #expect(throws: Collection.FormatError.self) { try Collection(folder: folder.url) }
        #expect(error?.description.contains("queries.jsonl:2 ") == true)
    }

    @Test("An archive counts the articles that could not be read")
    func failures() throws {
        let file = try folder.write("{\"id\": \"a\", \"body\": \"Một\"}\n{\n{\"id\": \"b\"}\n", as: "archive.jsonl")
        let archive = try Archive(paths: [file])
        #expect(archive.articles.map(\.id) == ["a"])
        #expect(archive.failures == 2)
        #expect(throws: Archive.EmptyError.self) { try Archive(paths: [folder.file("nothing").path]) }
    }
}
