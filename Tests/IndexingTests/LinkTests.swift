import ArticleModel
import Foundation
import IndexSamples
import TemporaryFolders
import Testing

@testable import IndexStorage
@testable import Indexing
@testable import SearchEngine

@Suite("An index behind a symbolic link")
struct LinkTests {
    private let temporary: TemporaryFolder

    init() throws { temporary = try TemporaryFolder() }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: temporary.path(of: name), withDestinationPath: target)
    }

    private func isLink(_ name: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: temporary.path(of: name))) != nil
    }

    @Test("Everything that replaces files works behind a link, which stays", arguments: ["link", "above/index"])
    func replacing(name: String) async throws {
        try FileManager.default.createDirectory(
            atPath: temporary.path(of: "disk/index"), withIntermediateDirectories: true)
        try link("link", to: temporary.path(of: "disk/index"))
        try link("above", to: "disk")
        let folder = IndexFolder(path: temporary.path(of: name))
        #expect(folder.path == temporary.path(of: "disk/index"))
        #expect(folder.name == temporary.path(of: name))
        let writer = try await ArticleWriter(folder: folder, purpose: "test")
        _ = try await writer.apply(prepared([Article(id: "1", title: "chữ")]))
        #expect(try await writer.compact().articles == 1)
        #expect(try await writer.rebuild().articles == 1)
        #expect(try await writer.backUp(to: temporary.path(of: "copy")).articles == 1)
        #expect(try await writer.restore(from: temporary.path(of: "copy")).articles == 1)
        try await writer.close()
        #expect(try await ArticleReader(folder: folder).statistics().articles == 1)
        #expect(isLink("link") && isLink("above"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).contains("CURRENT"))
    }

    @Test("A link that leads nowhere is named, and its target is not made", arguments: ["link", "link/index"])
    func dangling(name: String) async throws {
        let target = temporary.path(of: "unmounted")
        try link("link", to: target)
        let folder = IndexFolder(path: temporary.path(of: name))
        let expected = IndexError.danglingLink(path: temporary.path(of: "link"), target: target)
        #expect(await indexError { _ = try await ArticleReader(folder: folder).statistics() } == expected)
        #expect(await indexError { _ = try await ArticleWriter(folder: folder, purpose: "test") } == expected)
        #expect(!FileManager.default.fileExists(atPath: target))
    }

    @Test("A backup goes into the empty folder that a link leads to")
    func backup() async throws {
        let index = try await SampleIndex([Article(id: "1", title: "chữ")])
        try FileManager.default.createDirectory(
            atPath: temporary.path(of: "disk"), withIntermediateDirectories: false)
        try link("copy", to: "disk")
        _ = try Backup.write(index.folder, to: temporary.path(of: "copy"))
        #expect(isLink("copy"))
        let copy = IndexFolder(path: temporary.path(of: "disk"))
        #expect(try await ArticleReader(folder: copy).statistics().articles == 1)
    }
}
