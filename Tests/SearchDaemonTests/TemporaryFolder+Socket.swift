import Foundation
import TemporaryFolders
import UnixSockets

extension TemporaryFolder {
    /// A socket in this folder.
    var socket: SocketPath {
        get throws { try SocketPath(path + "/s") }
    }

    /// The permission bits of something, not following a symbolic link.
    static func mode(of path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }
}
