import Foundation
import SearchProtocol

/// A folder under /tmp with a path short enough for a socket; gone with the value.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = "/tmp/t" + String(UInt32.random(in: 0 ... .max), radix: 36)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var socket: SocketPath {
        get throws { try SocketPath(path + "/s") }
    }

    /// The permission bits of something, not following a symbolic link.
    static func mode(of path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }
}
