import Foundation
import TemporaryFolders
import Testing
import UnixSockets

@Suite("A socket that is removed while its daemon lives")
struct SocketRenewalTests {
    private func message(_ body: () throws(SocketError) -> Int32?) -> String {
        do throws(SocketError) {
            guard let descriptor = try body() else { return "unchanged" }
            close(descriptor)
            return "bound"
        } catch {
            return error.description
        }
    }

    /// Binds a socket at a path, as another program would.
    private func foreign(at path: SocketPath) throws -> Int32 {
        let descriptor = try #require(UnixSocket.open())
        try #require(UnixSocket.bind(descriptor, to: path) == 0)
        return descriptor
    }

    @Test("The socket, or its folder with the lock file, is made again with the same modes", arguments: [false, true])
    func renewal(withFolder: Bool) throws {
        let folder = try TemporaryFolder()
        let path = try SocketPath(folder.path + "/run/s")
        let claim = try SocketClaim(path)
        #expect(message(claim.renew) == "unchanged")
        try FileManager.default.removeItem(atPath: withFolder ? path.folder : path.path)
        #expect(message(claim.renew) == "bound")
        #expect(TemporaryFolder.mode(of: path.path) == 0o600)
        #expect(TemporaryFolder.mode(of: path.folder) == 0o700)
        #expect(TemporaryFolder.mode(of: path.daemonLock) == 0o600)
        #expect(message(claim.renew) == "unchanged")
        #expect(throws: SocketError.self) { try SocketClaim(path) }
    }

    @Test("While a daemon lives, no other claims its path, though socket, lock and folder be gone")
    func noSecond() throws {
        let folder = try TemporaryFolder()
        let path = try SocketPath(folder.path + "/run/s")
        do {
            let claim = try SocketClaim(path)
            #expect(DaemonPresence.holder(of: path)?.process == getpid())
            try FileManager.default.removeItem(atPath: path.folder)
            #expect(DaemonPresence.holder(of: path)?.process == getpid())
            #expect(throws: SocketError.self) { try SocketClaim(path) }
            withExtendedLifetime(claim) {}
        }
        #expect(DaemonPresence.holder(of: path) == nil)
        _ = try SocketClaim(path)
    }

    @Test("A name through a link to a folder above the socket finds the same daemon")
    func linkedName() throws {
        let folder = try TemporaryFolder()
        let path = try SocketPath(folder.path + "/real/run/s")
        let claim = try SocketClaim(path)
        symlink(folder.path + "/real", folder.path + "/link")
        let other = try SocketPath(folder.path + "/link/run/s")
        #expect(DaemonPresence.holder(of: other) != nil)
        try FileManager.default.removeItem(atPath: path.folder)
        #expect(DaemonPresence.holder(of: other) != nil)
        withExtendedLifetime(claim) {}
    }

    @Test("What another program puts in the socket's place stays, listening or not")
    func foreignSocket() throws {
        let folder = try TemporaryFolder()
        let path = try folder.socket
        var other: Int32 = -1
        defer { close(other) }
        do {
            let claim = try SocketClaim(path)
            unlink(path.path)
            other = try foreign(at: path)
            #expect(message(claim.renew).contains("something else stands in the socket's place"))
            #expect(listen(other, 1) == 0)
            #expect(message(claim.renew).hasPrefix("a daemon already answers"))
        }
        #expect(TemporaryFolder.mode(of: path.path) != 0)
    }

    @Test("A claim that was given up binds nothing any more")
    func givenUp() throws {
        let folder = try TemporaryFolder()
        let path = try folder.socket
        let claim = try SocketClaim(path)
        claim.removeSocket()
        #expect(message(claim.renew) == "unchanged")
        #expect(TemporaryFolder.mode(of: path.path) == 0)
    }

    @Test("A server whose socket is removed serves its old connections, and new ones at a new socket")
    func server() async throws {
        try await withServer { _, _, path in
            let old = try RawClient(path)
            try await old.search("a", id: 1)
            #expect(try await old.receiveCode() == 0)
            unlink(path.path)
            #expect(await eventually { TemporaryFolder.mode(of: path.path) != 0 })
            var new: RawClient?
            while new == nil {
                new = try? RawClient(path)
                try await Task.sleep(for: .milliseconds(1))
            }
            for client in [old, try #require(new)] {
                try await client.search("a", id: 2)
                #expect(try await client.receiveCode() == 0)
            }
        }
    }
}
