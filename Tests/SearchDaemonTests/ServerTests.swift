import Foundation
import SearchDaemon
import SearchProtocol
import ServiceLifecycle
import TemporaryFolders
import Testing
import UnixSockets

@Suite("The server")
struct ServerTests {
    @Test("A connection over the limit gets an error and is closed; after one closes, another may connect")
    func connectionLimit() async throws {
        try await withServer(limits: Limits(connections: 2)) { _, _, path in
            var clients = [try RawClient(path), try RawClient(path)]
            for client in clients {
                try await client.search("a", id: 1)
                #expect(try await client.receiveCode() == 0)
            }
            let refused = try RawClient(path)
            try await refused.search("a", id: 9)
            #expect(try await refused.receive()?.hasPrefix(#"{"jsonrpc":"2.0","id":9,"error":{"code":-32004"#) == true)
            #expect(try await refused.receive() == nil)
            clients.removeLast()
            var code = -1
            for _ in 0..<1000 where code != 0 {
                let next = try RawClient(path)
                try await next.search("a", id: 1)
                code = try await next.receiveCode()
            }
            #expect(code == 0)
        }
    }

    @Test("A shutdown lets running requests finish, accepts no others, and removes the socket")
    func gracefulShutdown() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.socket
        let (handler, listening) = (TestHandler(), Gate())
        let server = Server(
            .socket(try SocketClaim(path)), settings: SessionSettings(version: "1"), handler: handler, logger: .silent,
            drainTime: .seconds(600), onListening: { listening.open() })
        let group = ServiceGroup(services: [server], logger: .silent)
        let running = Task { try await group.run() }
        await listening.wait()
        let (busy, idle) = (try RawClient(path), try RawClient(path))
        try await busy.search("wait", id: 1)
        try await idle.search("a", id: 1)
        _ = try await idle.receive()
        #expect(await eventually { handler.started == 2 })
        await group.triggerGracefulShutdown()
        #expect(try await idle.receive() == nil)
        #expect(TemporaryFolder.mode(of: path.path) == 0)
        try await busy.search("a", id: 2)
        #expect(try await busy.receiveCode() == -32004)
        handler.open()
        #expect(try await busy.receive() == #"{"jsonrpc":"2.0","id":1,"result":"wait"}"#)
        #expect(try await busy.receive() == nil)
        try await running.value
    }

    @Test("A shutdown cancels and answers the requests that do not finish in time")
    func drainDeadline() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.socket
        let (handler, listening) = (TestHandler(), Gate())
        let server = Server(
            .socket(try SocketClaim(path)), settings: SessionSettings(version: "1"), handler: handler, logger: .silent,
            drainTime: .milliseconds(20), onListening: { listening.open() })
        let group = ServiceGroup(services: [server], logger: .silent)
        let running = Task { try await group.run() }
        await listening.wait()
        let client = try RawClient(path)
        try await client.search("forever", id: 1)
        #expect(await eventually { handler.started == 1 })
        await group.triggerGracefulShutdown()
        #expect(try await client.receiveCode() == -32800)
        #expect(try await client.receive() == nil)
        try await running.value
    }

    @Test("A connection counts as a user until it is closed and its requests have ended")
    func idleTime() async throws {
        let idleTracker = IdleTracker()
        try await withServer(idleTracker: idleTracker) { _, _, path in
            #expect(idleTracker.idleTime != nil)
            do {
                let client = try RawClient(path)
                try await client.search("a", id: 1)
                _ = try await client.receive()
                #expect(idleTracker.idleTime == nil)
                withExtendedLifetime(client) {}
            }
            #expect(await eventually { idleTracker.idleTime != nil })
            try await idleTracker.waitUntilIdle(for: .milliseconds(10))
            #expect(try #require(idleTracker.idleTime) >= .milliseconds(10))
        }
    }

    @Test("An idle daemon ends by itself")
    func idleExit() async throws {
        let folder = try TemporaryFolder()
        let idleTracker = IdleTracker()
        let server = Server(
            .socket(try SocketClaim(try folder.socket)), settings: SessionSettings(version: "1"),
            handler: TestHandler(), idleTracker: idleTracker, logger: .silent)
        let exit = IdleExit(idleTracker: idleTracker, after: .milliseconds(30))
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: server),
                    .init(service: exit, successTerminationBehavior: .gracefullyShutdownGroup),
                ], logger: .silent))
        try await group.run()
        #expect(TemporaryFolder.mode(of: try folder.socket.path) == 0)
    }

    @Test("A process of another user is disconnected without an answer", .enabled(if: geteuid() == 0))
    func otherUser() async throws {
        try await withServer { _, handler, path in
            chmod(path.folder, 0o755)
            chmod(path.path, 0o666)
            let asking = Process()
            asking.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
            // Connects, asks, and exits with the number of bytes that came back; 99 where it cannot even connect.
            let script =
                "use IO::Socket::UNIX; $SIG{PIPE} = 'IGNORE'; alarm 10;"
                + "my $s = IO::Socket::UNIX->new(Peer => $ARGV[0]) or exit 99;"
                + "syswrite $s, $ARGV[1]; exit(sysread($s, my $answer, 90) || 0);"
            asking.arguments = [
                "--reuid=65534", "--clear-groups", "/usr/bin/perl", "-e", script, path.path,
                RawClient.search("a", id: 1),
            ]
            try asking.run()
            #expect(await eventually { !asking.isRunning })
            #expect(asking.terminationStatus == 0)
            #expect(handler.started == 0)
        }
    }
}
