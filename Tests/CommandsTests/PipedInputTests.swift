import Foundation
import Testing

@testable import Commands

@Suite("What an indexing run reads itself")
struct PipedInputTests {
    @Test("Descriptors, named pipes and devices are read here, each once; files, folders and nothing are not")
    func sources() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tracuu-piped-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, pipe) = (folder.path + "/a.jsonl", folder.path + "/p")
        try Data("{}".utf8).write(to: URL(filePath: file))
        #expect(mkfifo(pipe, 0o600) == 0)
        let handed = open(file, O_RDONLY)
        defer { close(handed) }
        let inputs = ["-", "/dev/stdin", "/proc/self/fd/0", "/dev/fd/\(handed)", pipe, "/dev/null"]
        let files = [file, folder.path, folder.path + "/none", "/dev/fd"]
        let sources = try IndexSources(inputs + files)
        defer { for input in sources.inputs.dropFirst(2) { close(input.descriptor) } }
        #expect(sources.paths == files)
        #expect(sources.inputs.map(\.name) == ["-", "/dev/fd/\(handed)", pipe, "/dev/null"])
        #expect(sources.inputs.prefix(2).map(\.descriptor) == [0, handed])
        let modes = sources.inputs.dropFirst(2).map { fcntl($0.descriptor, F_GETFL) & O_NONBLOCK }
        #expect(modes == [0, 0])
    }

    @Test("A descriptor that is not open is a wrong redirection")
    func notOpen() {
        #expect(throws: UsageError.self) { try IndexSources(["/dev/fd/99999"]) }
    }
}
