import Foundation
import Testing
import UnixSockets

@Suite("Limits of the system on the daemon")
struct ProcessLimitTests {
    private func indexed() throws -> Home {
        let home = try Home()
        _ = try Programs.tracuu(
            ["index", "--quiet", "--no-daemon", "-"], in: home, input: #"{"id": "a", "body": "bến phà cũ"}"#)
        return home
    }

    @Test(
        "A limit that is too low ends the daemon and a command of its own with one line that says what to raise",
        arguments: ["-n 8", "-n 16", "-n 31", "-v 300000", "-v 600000"])
    func tooLow(limit: String) throws {
        let home = try indexed()
        let daemon = Programs.folder.appendingPathComponent("tracuud").path
        for program in ["exec '\(daemon)'", "exec \"$tracuu\" search --no-daemon 'bến phà'"] {
            let outcome = try Programs.shell("ulimit \(limit); \(program)", in: home)
            #expect(outcome.status == 3)
            #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
            #expect(outcome.errors.contains("ulimit \(limit.prefix(2))"), "\(outcome.errors)")
        }
        let start = try Programs.shell("ulimit \(limit); exec \"$tracuu\" daemon start", in: home)
        #expect(start.status == 3)
        #expect(start.errorLines.count == 1, "\(start.errors)")
    }

    @Test("Where file descriptors run short, new connections wait, which is logged once, and are served later")
    func shortage() throws {
        let home = try indexed()
        let limited = home.path + "/limited"
        let daemon = Programs.folder.appendingPathComponent("tracuud").path
        try "#!/bin/bash\nulimit -n 40\nexec '\(daemon)' 2>'\(home.path)/log'\n"
            .write(toFile: limited, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [limited]
        process.environment = home.environment
        try process.run()
        _ = try home.connect()
        var held: [Int32] = []
        for _ in 0..<60 {
            let descriptor = try #require(UnixSocket.open())
            #expect(UnixSocket.connect(descriptor, to: try SocketPath(home.socket)) == 0)
            held.append(descriptor)
        }
        func shortages() -> Int {
            let log = (try? String(contentsOfFile: home.path + "/log", encoding: .utf8)) ?? ""
            return log.split(separator: "\n").count { $0.contains("too few file descriptors") }
        }
        while shortages() == 0 && process.isRunning { usleep(5_000) }
        let waiting = try Client(["search", "bến phà"], in: home)
        for descriptor in held { close(descriptor) }
        let found = try waiting.finish()
        #expect(found.status == 0, "\(found.errors)")
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        // One for each time that they run short, at most one in ten seconds.
        #expect((1...5).contains(shortages()))
    }
}
