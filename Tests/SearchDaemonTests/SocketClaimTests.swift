import Foundation
import TemporaryFolders
import Testing
import UnixSockets

@Suite("Claiming the socket")
struct SocketClaimTests {
    private func message(_ path: SocketPath) -> String {
        do {
            _ = try SocketClaim(path)
            return "claimed"
        } catch {
            return error.description
        }
    }

    @Test("The folder is created with mode 0700 and the socket with 0600, whatever the umask")
    func modes() throws {
        let folder = try TemporaryFolder()
        let path = try SocketPath(folder.path + "/a/b/s")
        let claim = try SocketClaim(path)
        #expect(TemporaryFolder.mode(of: path.path) == 0o600)
        #expect(TemporaryFolder.mode(of: path.daemonLock) == 0o600)
        #expect(TemporaryFolder.mode(of: path.folder) == 0o700)
        #expect(TemporaryFolder.mode(of: folder.path + "/a") == 0o700)
        withExtendedLifetime(claim) {}
    }

    @Test("A folder that others may write to is refused", arguments: [0o770, 0o707, 0o1777] as [mode_t])
    func openFolder(mode: mode_t) throws {
        let folder = try TemporaryFolder()
        chmod(folder.path, mode)
        #expect(message(try folder.socket).contains("others may write"))
    }

    @Test("A folder or a socket that belongs to another user is refused", .enabled(if: geteuid() == 0))
    func othersFolder() throws {
        let folder = try TemporaryFolder()
        let path = try folder.socket
        chown(folder.path, 65_534, 65_534)
        #expect(message(path).contains("belongs to another user"))
        chown(folder.path, 0, 0)
        let stale = try #require(UnixSocket.open())
        #expect(UnixSocket.bind(stale, to: path) == 0)
        close(stale)
        chown(path.path, 65_534, 65_534)
        #expect(message(path).contains("another user's socket"))
    }

    @Test("Symbolic links are not followed, neither for the folder nor for the lock file")
    func links() throws {
        let folder = try TemporaryFolder()
        #expect(mkdir(folder.path + "/real", 0o700) == 0)
        symlink(folder.path + "/real", folder.path + "/link")
        let linked = try SocketPath(folder.path + "/link/s")
        #expect(message(linked).contains("is a symbolic link; name the folder that it leads to"))
        #expect(TemporaryFolder.mode(of: folder.path + "/real/s.lock") == 0)
        let path = try SocketPath(folder.path + "/real/s")
        symlink(folder.path + "/elsewhere", path.daemonLock)
        #expect(message(path).contains("cannot open the lock file"))
        #expect(TemporaryFolder.mode(of: folder.path + "/elsewhere") == 0)
    }

    @Test("A socket that a dead daemon left is replaced")
    func stale() throws {
        let folder = try TemporaryFolder()
        let path = try folder.socket
        let stale = try #require(UnixSocket.open())
        #expect(UnixSocket.bind(stale, to: path) == 0)
        close(stale)
        #expect(message(path) == "claimed")
    }

    @Test("A socket with a listener is left unchanged")
    func live() throws {
        let folder = try TemporaryFolder()
        let path = try folder.socket
        let live = try #require(UnixSocket.open())
        #expect(UnixSocket.bind(live, to: path) == 0)
        #expect(listen(live, 1) == 0)
        #expect(message(path).hasPrefix("a daemon already answers at \(path.path)"))
        #expect(TemporaryFolder.mode(of: path.path) != 0)
        close(live)
    }

    @Test("A symbolic link, a file or a folder in the socket's place is left unchanged")
    func occupied() throws {
        let folder = try TemporaryFolder()
        let path = try folder.socket
        symlink(folder.path + "/elsewhere", path.path)
        #expect(message(path).contains("a symbolic link stands in the socket's place"))
        unlink(path.path)
        #expect(FileManager.default.createFile(atPath: path.path, contents: Data("x".utf8)))
        #expect(message(path).contains("something that is no socket"))
        #expect(FileManager.default.contents(atPath: path.path) == Data("x".utf8))
    }

    @Test("Exactly one of many simultaneous claims succeeds")
    func race() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.socket
        for _ in 0..<10 {
            let claims = await withTaskGroup(of: SocketClaim?.self) { group in
                for _ in 0..<4 { group.addTask { try? SocketClaim(path) } }
                return await group.reduce(into: [SocketClaim]()) { claims, claim in claim.map { claims.append($0) } }
            }
            #expect(claims.count == 1)
        }
    }

    @Test("A claim that ends removes its own socket, and never another one")
    func removal() throws {
        let folder = try TemporaryFolder()
        let path = try folder.socket
        do { _ = try SocketClaim(path) }
        #expect(TemporaryFolder.mode(of: path.path) == 0)
        do {
            let claim = try SocketClaim(path)
            rename(path.path, path.path + "2")
            #expect(FileManager.default.createFile(atPath: path.path, contents: nil))
            withExtendedLifetime(claim) {}
        }
        #expect(TemporaryFolder.mode(of: path.path) != 0)
    }
}
