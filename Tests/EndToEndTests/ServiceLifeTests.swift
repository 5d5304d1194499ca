import Foundation
import SearchClient
import Testing
import UnixSockets

@Suite("The daemon under a service manager")
struct ServiceLifeTests {
    private let article = #"{"id": "a", "title": "Chợ nổi", "body": "Ghe thuyền trên sông"}"#

    private func indexed() throws -> Home {
        let home = try Home()
        _ = try Programs.tracuu(["index", "--quiet", "--no-daemon", "-"], in: home, input: article)
        return home
    }

    private func end(_ process: Process) -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    @Test("The daemon serves a passed socket and leaves it; the next daemon answers clients that connect meanwhile")
    func activation() throws {
        let home = try indexed()
        let supervisor = try PlayedSupervisor(home)
        let socket = try supervisor.listen()
        for _ in 0..<2 {
            let early = try Client(["search", "--format", "paths", "--json", "ghe thuyền"], in: home)
            let daemon = try supervisor.start(handing: socket)
            #expect(supervisor.hears("READY=1"))
            let outcome = try early.finish()
            #expect(outcome.status == 0, "\(outcome.errors)")
            let status = try Programs.tracuu(["status", "--json"], in: home).json()
            #expect(status["process"] as? Int == Int(daemon.processIdentifier))
            #expect(end(daemon) == 0)
            #expect(supervisor.hears("STOPPING=1"))
            #expect(FileManager.default.fileExists(atPath: home.socket))
        }
        #expect(supervisor.logged.count { $0.contains("handedOver=true") } == 2)
        // Nothing listens on the home's own socket any more.
        try socket.close()
    }

    @Test("Readiness is reported to an abstract socket address, with the index in the status")
    func abstractNotices() throws {
        let home = try indexed()
        let supervisor = try PlayedSupervisor(home, notices: .abstract)
        let daemon = try supervisor.start()
        let ready = try #require(supervisor.nextNotice())
        #expect(ready.first == "READY=1")
        #expect(ready.contains { $0.hasPrefix("STATUS=") && $0.contains(home.index) })
        #expect(end(daemon) == 0)
    }

    @Test("A passed descriptor that cannot be served is reported in one line")
    func unfit() throws {
        let home = try indexed()
        let supervisor = try PlayedSupervisor(home)
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: home.write("x", as: "x")))
        let unbound = FileHandle(fileDescriptor: try #require(UnixSocket.open()), closeOnDealloc: true)
        let datagrams = FileHandle(
            fileDescriptor: Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0), closeOnDealloc: true)
        let network = FileHandle(
            fileDescriptor: Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0), closeOnDealloc: true)
        let cases: [(FileHandle, Int, String)] = [
            (file, 1, "no socket"), (unbound, 1, "does not listen"), (datagrams, 1, "no stream socket"),
            (network, 1, "no Unix socket"), (unbound, 2, "2 descriptors"),
        ]
        for (handle, count, reason) in cases {
            let before = supervisor.logged.count
            let daemon = try supervisor.start(handing: handle, count: count)
            daemon.waitUntilExit()
            #expect(daemon.terminationStatus == 3)
            let lines = supervisor.logged.dropFirst(before)
            #expect(lines.count == 1 && lines.contains { $0.contains(reason) }, "\(lines)")
        }
    }

    @Test("Descriptors that are meant for another process are ignored")
    func foreignActivation() throws {
        let home = try indexed()
        let supervisor = try PlayedSupervisor(home)
        let daemon = try supervisor.start("LISTEN_PID=1 LISTEN_FDS=1")
        #expect(supervisor.hears("READY=1"))
        #expect(try Programs.tracuu(["search", "ghe thuyền"], in: home).status == 0)
        #expect(end(daemon) == 0)
        #expect(!FileManager.default.fileExists(atPath: home.socket))
    }

    @Test("A socket-activated daemon ends when idle, and the socket stays for the next daemon")
    func idleExit() throws {
        let home = try indexed()
        _ = try home.write("daemon:\n  idleExit: 50ms\n", as: "tracuu.yaml")
        let supervisor = try PlayedSupervisor(home)
        let socket = try supervisor.listen()
        var (daemons, daemon) = (0, Process?.none)
        for _ in 0..<3 {
            let client = try Client(["search", "--json", "ghe thuyền"], in: home)
            while client.process.isRunning {
                // As systemd does: a connection that nothing accepts starts the daemon.
                var request = pollfd(fd: socket.fileDescriptor, events: Int16(POLLIN), revents: 0)
                guard daemon?.isRunning != true, poll(&request, 1, 10) == 1 else { continue }
                daemon = try supervisor.start(handing: socket)
                daemons += 1
            }
            let outcome = try client.finish()
            #expect(outcome.status == 0, "\(outcome.errors)")
            daemon?.waitUntilExit()
            #expect(daemon?.terminationStatus == 0)
            #expect(FileManager.default.fileExists(atPath: home.socket))
        }
        #expect(daemons >= 3)
        try socket.close()
    }

    @Test("A daemon with a watchdog pings repeatedly; a daemon whose watchdog variables name another process does not")
    func watchdog() throws {
        let home = try indexed()
        let supervisor = try PlayedSupervisor(home)
        let daemon = try supervisor.start("WATCHDOG_USEC=2000000 WATCHDOG_PID=$$")
        for _ in 0..<3 { #expect(supervisor.hears("WATCHDOG=1")) }
        #expect(end(daemon) == 0)
        let other = try supervisor.start("WATCHDOG_USEC=2000 WATCHDOG_PID=1")
        #expect(supervisor.hears("READY=1"))
        #expect(try Programs.tracuu(["search", "ghe thuyền"], in: home).status == 0)
        #expect(end(other) == 0)
        while let notice = supervisor.nextNotice(), !notice.contains("STOPPING=1") {
            #expect(!notice.contains("WATCHDOG=1"))
        }
    }

    @Test("A request that never ends delays the daemon's end by the configured time and no longer")
    func stopDeadline() throws {
        let home = try indexed()
        _ = try home.write("daemon:\n  stopWithin: 50ms\n", as: "tracuu.yaml")
        let lock = open(home.index + "/writer.lock", O_RDWR)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        let supervisor = try PlayedSupervisor(home)
        let daemon = try supervisor.start()
        #expect(supervisor.hears("READY=1"))
        let client = try Client(["remove", "a"], in: home)
        while client.errors.isEmpty && client.process.isRunning { usleep(5_000) }
        #expect(client.process.isRunning)
        #expect(end(daemon) == 0)
        #expect(try client.finish().status == 3)
        #expect(supervisor.logged.contains { $0.contains("ended") })
    }
}
