import Foundation
import Measuring
import Testing

@Suite("Archives to measure on")
struct ArchiveTests {
    @Test("Only so many articles are kept, the first ones, and an id that comes again replaces one of them")
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
