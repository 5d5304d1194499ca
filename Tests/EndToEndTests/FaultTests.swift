import Foundation
import SearchProtocol
import Testing

@Suite("An index is checked after a fault before it is used")
struct FaultTests {
    /// An index of the sample archive, with a daemon on it.
    private func served() throws -> (home: Home, process: pid_t) {
        let home = try Home()
        _ = try Programs.tracuu(["index", "--quiet", "--no-daemon", sampleArchive], in: home)
        return (home, try start(home))
    }

    private func start(_ home: Home) throws -> pid_t {
        let start = try Programs.tracuu(["daemon", "start", "--json"], in: home)
        return pid_t(try #require(try start.json()["process"] as? Int))
    }

    /// Makes a daemon fault, and waits until it is gone.
    private func fault(_ process: pid_t) {
        kill(process, SIGSEGV)
        while kill(process, 0) == 0 { usleep(1_000) }
    }

    private func hasMark(_ home: Home) -> Bool { FileManager.default.fileExists(atPath: home.index + "/FAULTED") }

    /// Damages the texts of articles, so that a check reports it.
    private func damage(_ home: Home) throws {
        let files = FileManager.default.enumerator(atPath: home.index)?.compactMap { $0 as? String } ?? []
        let table = home.file("index").appendingPathComponent(
            try #require(files.first { $0.hasSuffix("docdata.glass") }))
        var bytes = try Data(contentsOf: table)
        for offset in stride(from: 100, to: bytes.count, by: 97) { bytes[offset] ^= 0x5A }
        try bytes.write(to: table)
    }

    @Test("A daemon that faults reports it in one line; the next daemon finds the index intact and serves it")
    func sound() throws {
        let (home, process) = try served()
        let before = try Programs.tracuu(["search", "--json", "thành phố"], in: home).json()
        fault(process)
        #expect(hasMark(home))
        let log = try String(contentsOfFile: home.socket + ".log", encoding: .utf8)
        let line =
            "tracuud: a fault (signal 11, SIGSEGV), so this process ends; what was committed is kept, and the index is checked "
        #expect(log.hasSuffix(line + "at the next start\n"))
        let after = try Programs.tracuu(["search", "--json", "thành phố"], in: home)
        #expect(after.status == 0, "\(after.errors)")
        #expect(try after.json()["total"] as? NSObject == before["total"] as? NSObject)
        #expect(!hasMark(home))
        // After a second fault on the same generation everything is checked.
        fault(try start(home))
        #expect(try Programs.tracuu(["search", "thành phố"], in: home).status == 0)
        #expect(!hasMark(home))
    }

    @Test("A client whose daemon faults before answering asks the next daemon")
    func repeated() throws {
        let (home, process) = try served()
        kill(process, SIGSTOP)
        let client = try Client(["search", "thành phố"], in: home)
        // The client has asked when the daemon has something to read.
        usleep(200_000)
        kill(process, SIGSEGV)
        kill(process, SIGCONT)
        let outcome = try client.finish()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.output.isEmpty)
    }

    @Test("A client whose private process faults before answering asks another private process")
    func repeatedPrivately() throws {
        let home = try Home()
        _ = try Programs.tracuu(["index", "--quiet", "--no-daemon", sampleArchive], in: home)
        let client = try Client(["search", "--no-daemon", "thành phố"], in: home)
        let child = try #require(PrivateChild(of: client.process))
        child.waitUntilItSpoke()
        kill(child.identifier, SIGKILL)
        let outcome = try client.finish()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.output.isEmpty)
    }

    @Test("After a check finds damage, every request is refused with its name until another generation exists")
    func damaged() throws {
        let (home, process) = try served()
        try damage(home)
        fault(process)
        for arguments in [["search", "thành phố"], ["suggest", "thành"], ["status"], ["remove", "x"]] {
            let outcome = try Programs.tracuu(arguments, in: home)
            #expect(outcome.status == 3, "\(arguments)")
            #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
            #expect(outcome.errors.contains("docdata") && outcome.errors.contains("SIGSEGV"), "\(outcome.errors)")
            #expect(outcome.errors.contains("tracuu rebuild"), "\(outcome.errors)")
        }
        #expect(hasMark(home))
        #expect(throws: Never.self) { try expectRefusal(home) }
        // Another process replaces the generation.
        let backup = home.path + "/sound"
        let other = try Home()
        _ = try Programs.tracuu(["index", "--quiet", "--no-daemon", sampleArchive], in: other)
        _ = try Programs.tracuu(["backup", "--no-daemon", backup], in: other)
        let restore = try Programs.tracuu(["restore", backup], in: home)
        #expect(restore.status == 0, "\(restore.errors)")
        #expect(!hasMark(home))
        #expect(try Programs.tracuu(["search", "thành phố"], in: home).status == 0)
    }

    /// Asks without the client's help: -32003, with the recovery.
    private func expectRefusal(_ home: Home) throws {
        let connection = try home.connect()
        do {
            _ = try connection.value.call(.search, SearchParams(query: "thành phố"))
            Issue.record("it was answered")
        } catch {
            guard case .answered(let answer) = error else { throw error }
            #expect(answer.known == .indexUnusable)
            #expect(answer.data != nil)
        }
    }

    @Test("If a rebuild faulted, the error does not advise another rebuild")
    func rebuild() throws {
        let (home, process) = try served()
        try damage(home)
        fault(process)
        try Data("a fault (signal 11, SIGSEGV)\nrebuild\n".utf8).write(to: URL(filePath: home.index + "/FAULTED"))
        let outcome = try Programs.tracuu(["search", "thành phố"], in: home)
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("restore a backup, or delete that folder and index the files again"))
    }

    @Test("Without a daemon the index is checked too")
    func direct() throws {
        let (home, process) = try served()
        fault(process)
        #expect(try Programs.tracuu(["search", "--no-daemon", "thành phố"], in: home).status == 0)
        #expect(!hasMark(home))
        try damage(home)
        try Data("a fault\n".utf8).write(to: URL(filePath: home.index + "/FAULTED"))
        let outcome = try Programs.tracuu(["search", "--no-daemon", "thành phố"], in: home)
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("docdata"))
    }
}
