import Foundation
import Measuring
import Testing

@Suite("Archives for measurements")
struct ArchiveTests {
    @Test("An archive keeps the first articles up to the limit, and a repeated id replaces one of them")
    func limited() throws {
        let folder = try TemporaryFolders.make("measuring-tests")
        defer { TemporaryFolders.remove(folder) }
        let file = folder.appendingPathComponent("archive.jsonl")
        let lines = ["a", "b", "c", "a"].enumerated().map { #"{"id": "\#($1)", "body": "bài \#($0)"}"# + "\n" }
        try Data(lines.joined().utf8).write(to: file)
        let archive = try Archive(paths: [file.path], limit: 2)
        #expect(archive.articles.map(\.id) == ["a", "b"])
        #expect(archive.articles.map(\.body) == ["bài 3", "bài 1"])
        #expect(try Archive(paths: [file.path, file.path]).articles.map(\.id) == ["a", "b", "c"])
    }
}
