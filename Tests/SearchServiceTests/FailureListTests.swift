import Foundation
import SearchProtocol
import SearchService
import Testing

@Suite("The list of indexing failures")
struct FailureListTests {
    private let home: ServiceHome
    private var folder: String { home.folder.path + "/articles" }

    init() throws {
        home = try ServiceHome()
        for name in ["good", "sub"] {
            try FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
        }
    }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
    }

    private func index(_ names: String...) async throws {
        _ = try await home.service.index(paths: names.map { $0.isEmpty ? folder : folder + "/" + $0 })
    }

    private var listed: [String] {
        home.other().failed.failed.map { ($0.path ?? "").dropFirst(folder.count + 1) + ":\($0.line ?? -1)" }.sorted()
    }

    @Test("A failure stays until its file is indexed without it, or its folder without the file")
    func life() async throws {
        try write("{\"id\": \"a\", \"body\": \"Một\"}\nnonsense\n{}", "sub/a.jsonl")
        try write("junk", "b.jsonl")
        try await index("")
        #expect(listed == ["b.jsonl:0", "sub/a.jsonl:1", "sub/a.jsonl:2"])
        #expect(home.service.failed.failed.allSatisfy { !$0.reason.isEmpty })
        try await index("good")
        #expect(listed.count == 3, "what was not looked at stays")
        try write("{\"id\": \"a\", \"body\": \"Một\"}\n{}", "sub/a.jsonl")
        try await index("sub/a.jsonl")
        #expect(listed == ["b.jsonl:0", "sub/a.jsonl:1"])
        try FileManager.default.removeItem(atPath: folder + "/b.jsonl")
        try await index("b.jsonl")
        #expect(listed == ["b.jsonl:-1", "sub/a.jsonl:1"], "a path that is not there is a failure of its own")
        try await index("")
        #expect(listed == ["sub/a.jsonl:1"])
        try write("{\"id\": \"a\", \"body\": \"Một\"}", "sub/a.jsonl")
        try await index("sub")
        #expect(listed.isEmpty)
        #expect(home.service.failed == FailedResult())
    }

    @Test("For an archive of bad lines the list is limited, and counts the other failures")
    func bounded() async throws {
        try write(String(repeating: "{junk\n", count: 1_500), "a.jsonl")
        try await index("")
        let failed = home.service.failed
        #expect(failed.failed.count == 1_000)
        #expect(failed.omitted == 500)
        #expect(failed.failed.last?.line == 1_499)
    }

    @Test("A damaged list counts as empty, and indexing rewrites it", arguments: ["", "{", "[]", "{\"failed\": 1}"])
    func damaged(text: String) async throws {
        try write("junk", "a.jsonl")
        try await index("")
        try Data(text.utf8).write(to: URL(filePath: home.service.folder.failuresPath))
        #expect(home.service.failed == FailedResult())
        try await index("")
        #expect(listed == ["a.jsonl:0"])
    }
}
