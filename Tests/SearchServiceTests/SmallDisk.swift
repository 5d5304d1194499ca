import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// A file system of a few megabytes in memory, unmounted with this object.
final class SmallDisk: Sendable {
    let path: String

    /// Mounts the file system; throws where the process may not.
    init(kibibytes: Int) throws {
        path = NSTemporaryDirectory() + "tracuu-disk-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(kibibytes)k") == 0 else {
            let number = errno
            rmdir(path)
            throw POSIXError(POSIXErrorCode(rawValue: number) ?? .EPERM)
        }
    }

    deinit {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }

    /// Whether this process may mount file systems: root with CAP_SYS_ADMIN may.
    static let isPossible = (try? SmallDisk(kibibytes: 64)) != nil

    /// Fills the disk with a file, except for some space.
    func fill(leaving kibibytes: Int = 0) throws {
        let file = open(path + "/ballast", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        defer { close(file) }
        let block = [UInt8](repeating: 0, count: 4_096)
        while write(file, block, block.count) > 0 {}
        let size = lseek(file, 0, SEEK_END)
        guard errno == ENOSPC, ftruncate(file, max(0, size - kibibytes << 10)) == 0 else {
            throw POSIXError(.EIO)
        }
    }

    /// Deletes that file.
    func makeRoom() throws { try FileManager.default.removeItem(atPath: path + "/ballast") }
}
