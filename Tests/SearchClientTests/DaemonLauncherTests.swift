import Foundation
import SearchClient
import SearchProtocol
import TemporaryFolders
import Testing
import UnixSockets

@Suite("Launching the daemon")
struct DaemonLauncherTests {
    private func failure(_ launcher: DaemonLauncher, _ path: SocketPath) -> ClientError? {
        do {
            _ = try launcher.connect(to: path)
            return nil
        } catch {
            return error
        }
    }

    @Test("The error for a daemon that dies at once quotes the last line of its log, not older lines")
    func diesAtOnce() throws {
        let folder = try TemporaryFolder()
        let path = try SocketPath(folder.path + "/run/s")
        let log = folder.path + "/log"
        try "an older line\n".write(toFile: log, atomically: true, encoding: .utf8)
        let program = try folder.script("echo starting with $1; echo the index is broken >&2; exit 3")
        let launcher = DaemonLauncher(program: program, arguments: ["--quiet"], log: log)
        #expect(
            failure(launcher, path)
                == .launchFailed(.died(program: program, log: log, lastLine: "the index is broken")))
        let text = try String(contentsOfFile: log, encoding: .utf8)
        #expect(text == "an older line\nstarting with --quiet\nthe index is broken\n")
        let silent = DaemonLauncher(program: try folder.script("exit 1"), arguments: [], log: log)
        #expect(failure(silent, path) == .launchFailed(.died(program: program, log: log, lastLine: "")))
    }

    @Test("The daemon runs in its own session, without input and without the caller's descriptors")
    func detached() throws {
        let folder = try TemporaryFolder()
        let path = try SocketPath(folder.path + "/s")
        let log = folder.path + "/log"
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        let script =
            "ls -l /proc/self/fd | grep -c pipe; readlink /proc/self/fd/0; cut -d' ' -f6 /proc/$$/stat; echo $$; exit 1"
        let launcher = DaemonLauncher(program: try folder.script(script), arguments: [], log: log)
        #expect(failure(launcher, path) != nil)
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 4)
        // `grep` itself reads one pipe, which `ls` writes.
        #expect(lines.first == "1")
        #expect(lines.dropFirst().first == "/dev/null")
        #expect(lines.dropFirst(2).first == lines.last)
    }

    @Test("The launcher gives up on a daemon that never listens")
    func neverListens() throws {
        let folder = try TemporaryFolder()
        let path = try SocketPath(folder.path + "/s")
        let program = try folder.script("exec sleep 1")
        let launcher = DaemonLauncher(
            program: program, arguments: [], log: folder.path + "/log", patience: .milliseconds(100))
        #expect(failure(launcher, path) == .timedOut(path: path.path, action: "start"))
    }

    @Test("The error for a folder or a file beside the socket gives its advice once, and concerns the shared daemon")
    func unusableFolder() throws {
        let folder = try TemporaryFolder()
        let open = folder.path + "/open"
        #expect(mkdir(open, 0o700) == 0 && chmod(open, 0o777) == 0)
        let launcher = DaemonLauncher(program: try folder.script("exit 1"), arguments: [], log: folder.path)
        let atFolder = failure(launcher, try SocketPath(open + "/s"))
        #expect(atFolder == .badFolder(.writableByOthers(path: open)))
        let atLog = failure(launcher, try SocketPath(folder.path + "/s"))
        #expect(atLog == .launchFailed(.besideSocket(path: folder.path, reason: "Is a directory")))
        for error in [atFolder, atLog].compactMap({ $0 }) {
            #expect(error.description.components(separatedBy: "--socket").count == 2)
            #expect(error.concernsSharedDaemon)
        }
        #expect(!ClientError.launchFailed(.programMissing(name: "x")).concernsSharedDaemon)
    }

    @Test("The error for a missing program names it")
    func missing() throws {
        let folder = try TemporaryFolder()
        let path = try SocketPath(folder.path + "/s")
        let launcher = DaemonLauncher(program: "no-such-daemon", arguments: [], log: folder.path + "/log")
        #expect(failure(launcher, path) == .launchFailed(.programMissing(name: "no-such-daemon")))
    }

    @Test("A daemon that answers is used, and no other is started")
    func running() throws {
        let hello = InitializeResult(name: "x", version: "1", positionEncoding: .utf8, methods: [])
        let reply = String(decoding: OutgoingMessage.response(id: RequestID(1), result: hello.json), as: UTF8.self)
        let peer = try ScriptedPeer(replies: [reply], framing: .contentLength)
        let launcher = DaemonLauncher(program: "/nowhere", arguments: [], log: "/nowhere/log")
        #expect(failure(launcher, peer.path) == nil)
    }
}
