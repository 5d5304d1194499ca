import ArticleModel
import Foundation
import IndexSamples
import TemporaryFolders
import Testing
import Xapian

@testable import IndexStorage
@testable import Indexing
@testable import SearchEngine

@Suite("Opening an index")
struct OpeningTests {
    private let temporary: TemporaryFolder
    private var folder: IndexFolder { temporary.index }

    init() throws { temporary = try TemporaryFolder() }

    private func makeIndex() async throws {
        let writer = try await ArticleWriter(folder: folder, purpose: "test")
        _ = try await writer.apply(prepared([Article(id: "1", title: "chữ")]))
        try await writer.close()
    }

    private func write(_ content: String) throws {
        try content.write(toFile: folder.path + "/CURRENT", atomically: true, encoding: .utf8)
    }

    private var readingError: IndexError? {
        get async { await indexError { _ = try await ArticleReader(folder: folder).statistics() } }
    }

    private var writingError: IndexError? {
        get async { await indexError { try await ArticleWriter(folder: folder, purpose: "test").close() } }
    }

    @Test("Opening refuses a second writer and names the first, until the first is closed")
    func lock() async throws {
        let first = try await ArticleWriter(folder: folder, purpose: "tracuu index")
        let holder = "tracuu index (process \(ProcessInfo.processInfo.processIdentifier))"
        #expect(await writingError == .locked(path: folder.path, holder: holder))
        let rebuilding = await indexError { _ = try Rebuild.run(folder) }
        #expect(rebuilding == .locked(path: folder.path, holder: holder))
        try await first.close()
        #expect(await writingError == nil)
    }

    @Test("Opening reports a missing index")
    func missing() async throws {
        #expect(await readingError == .missing(path: folder.path))
        #expect(await indexError { _ = try Rebuild.run(folder) } == .missing(path: folder.path))
    }

    @Test("Opening refuses an older schema and advises a rebuild, which repairs the index")
    func olderSchema() async throws {
        let expected = try await indexWithSchema("1")
        #expect(expected.description.contains("tracuu rebuild"))
        #expect(try Rebuild.run(folder).articles == 1)
        #expect(await readingError == nil)
    }

    @Test("Opening refuses a newer schema and advises a newer program; a rebuild does not touch it")
    func newerSchema() async throws {
        let expected = try await indexWithSchema("77")
        #expect(expected.description.contains("update this program"))
        #expect(!expected.description.contains("rebuild"))
        #expect(await indexError { _ = try Rebuild.run(folder) } == expected)
        #expect(await readingError == expected)
    }

    /// Makes an index that says it has a schema version, and returns the error with which it is refused.
    private func indexWithSchema(_ version: String) async throws -> IndexError {
        try await makeIndex()
        let database = try WritableDatabase(path: folder.generation(1).livePath, opening: .open)
        try database.setMetadata(SchemaVersion.metadataKey, to: Array(version.utf8))
        try database.close()
        let expected = IndexError.schema(path: folder.path, found: version, expected: SchemaVersion.current)
        #expect(await readingError == expected)
        #expect(await writingError == expected)
        return expected
    }

    @Test(
        "Opening refuses a pointer that names no generation",
        arguments: ["", "junk\n", "-1", "0", "1 2", "99999999999999999999"])
    func junk(content: String) async throws {
        try await makeIndex()
        try write(content)
        let expected = IndexError.damaged(path: folder.path, reason: "CURRENT does not hold the number of a generation")
        #expect(await readingError == expected)
        #expect(await writingError == expected)
    }

    @Test("Opening refuses a pointer with an invalid encoding")
    func bytes() async throws {
        try await makeIndex()
        try Data([0xFF, 0xFE, 0x00]).write(to: URL(filePath: folder.path + "/CURRENT"))
        #expect(await readingError != nil)
    }

    @Test("Opening follows no symbolic link in the pointer's place, and does not write through one")
    func link() async throws {
        try await makeIndex()
        let (pointer, elsewhere) = (folder.path + "/CURRENT", folder.path + "/elsewhere")
        try FileManager.default.moveItem(atPath: pointer, toPath: elsewhere)
        try FileManager.default.createSymbolicLink(atPath: pointer, withDestinationPath: elsewhere)
        guard case .fileSystem(pointer, _) = await readingError else {
            Issue.record("the link was followed")
            return
        }
        try FileManager.default.createSymbolicLink(atPath: pointer + ".new", withDestinationPath: folder.path + "/far")
        _ = await indexError { try folder.setCurrentGeneration(1) }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/far"))
    }

    @Test("Opening reports a missing generation, without making a new one")
    func deletedGeneration() async throws {
        try await makeIndex()
        try FileManager.default.removeItem(atPath: folder.generation(1).path)
        for error in [await readingError, await writingError, await indexError { _ = try Rebuild.run(folder) }] {
            guard case .lost(folder.path, let reason) = error else {
                Issue.record("\(error.debugDescription)")
                continue
            }
            #expect(reason.contains("generation-000001"))
        }
        #expect(!FileManager.default.fileExists(atPath: folder.generation(1).path))
    }

    @Test("After an error a reader works once the index exists")
    func recovery() async throws {
        let reader = ArticleReader(folder: folder)
        #expect(await indexError { _ = try await reader.statistics() } == .missing(path: folder.path))
        try await makeIndex()
        #expect(try await reader.statistics().articles == 1)
    }
}
