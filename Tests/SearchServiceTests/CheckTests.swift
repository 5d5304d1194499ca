import Foundation
import IndexStorage
import SearchProtocol
import SearchService
import Testing
import Xapian

@Suite("Checking an index as a whole")
struct CheckTests {
    @Test("Another schema is one problem with its own advice", arguments: [("1", "tracuu rebuild"), ("77", "update")])
    func schema(version: String, advice: String) async throws {
        let home = try ServiceHome()
        try await home.index(#"{"id":"1","body":"chữ"}"#)
        let generation = try #require(try home.service.folder.presentGeneration())
        let database = try WritableDatabase(path: generation.livePath, opening: .open)
        try database.setMetadata(SchemaVersion.metadataKey, to: Array(version.utf8))
        try database.close()
        let result = try await home.service.check(CheckParams())
        #expect(!result.ok && result.problems.count == 1)
        #expect(result.problems.first?.contains(advice) == true)
        let refused = try await refusal { try await home.service.status() }
        #expect(refused?.message == result.problems.first)
    }

    @Test("A file that is gone is one problem; one that cannot be read is none, but no answer either")
    func files() async throws {
        let home = try ServiceHome()
        try await home.index(#"{"id":"1","body":"chữ"}"#)
        let generation = try #require(try home.service.folder.presentGeneration())
        let file = generation.livePath + "/postlist.glass"
        try FileManager.default.moveItem(atPath: file, toPath: file + ".aside")
        let result = try await home.service.check(CheckParams())
        #expect(result.problems.count == 1)
        #expect(result.problems.first?.contains("is gone; rebuild it with: tracuu rebuild") == true)
        // No user can open a link that leads to itself.
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: file)
        let refused = try await refusal { try await home.service.check(CheckParams()) }
        #expect(refused?.code == ErrorCode.indexUnusable.number)
        #expect(refused?.message.hasPrefix("cannot use \(file)") == true)
    }

    @Test("The articles of another time zone are told by status, until a rebuild")
    func timeZone() async throws {
        let home = try ServiceHome()
        try await home.index(
            #"{"id":"1","body":"chữ","date":"2017-02-05T18:00:00Z"}"#, #"{"id":"2","body":"chữ","date":"2017-02-06"}"#)
        #expect(try await home.service.status().articlesOfOtherTimeZone == nil)
        var options = ServiceHome.patient
        options.reading.timeZoneOffset = 0
        await home.service.take(options)
        #expect(try await home.service.status().articlesOfOtherTimeZone == 1)
        _ = try await home.service.rebuild()
        #expect(try await home.service.status().articlesOfOtherTimeZone == nil)
        #expect(try await home.service.search(SearchParams(query: "date:2017-02-05")).hits.map(\.id) == ["1"])
    }
}
