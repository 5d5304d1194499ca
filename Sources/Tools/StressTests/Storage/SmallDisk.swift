import ArgumentParser
import Foundation
import Measuring

#if canImport(Glibc)
import Glibc
#endif

/// A file system of a few megabytes in memory, which is unmounted and deleted with this object.
final class SmallDisk {
    private let folder: URL
    var path: String { folder.path }
    private var ballast: String { path + "/ballast" }

    /// Mounts the file system.
    ///
    /// - Throws: `ValidationError` if the process has no permission to mount one.
    init(mebibytes: Int) throws {
        folder = try TemporaryFolders.make("stress-tests-disk")
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(mebibytes)m") == 0 else {
            let reason = String(cString: strerror(errno))
            TemporaryFolders.remove(folder)
            throw ValidationError("cannot mount a small disk: \(reason)")
        }
    }

    deinit {
        umount2(path, Int32(MNT_DETACH))
        TemporaryFolders.remove(folder)
    }

    /// Whether this process may mount file systems.
    static var isPossible: Bool { (try? SmallDisk(mebibytes: 1)) != nil }

    /// Replaces this process by the same program in a namespace in which it may mount file systems; throws if that
    /// fails.
    static func enterNamespace() throws {
        let name = "STRESS_TESTS_IN_NAMESPACE"
        guard getenv(name) == nil else { throw ValidationError("cannot mount a small disk, not even in a namespace") }
        setenv(name, "1", 1)
        let words = ["unshare", "--map-root-user", "--mount", "/proc/self/exe"] + CommandLine.arguments.dropFirst()
        // By then `/proc/self/exe` would be the program `unshare`.
        var arguments = words
        arguments[3] = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
        let copies = arguments.map { strdup($0) }
        execvp("unshare", copies + [nil])
        throw ValidationError("cannot run unshare: \(String(cString: strerror(errno)))")
    }

    /// The free space in bytes.
    var freeBytes: Int {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return 0 }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }

    /// Fills the disk until only the given number of bytes is free.
    func leave(_ bytes: Int) throws {
        let file = open(ballast, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw ValidationError("cannot fill the disk: \(String(cString: strerror(errno)))") }
        defer { close(file) }
        let size = max(0, freeBytes - bytes)
        guard size == 0 || posix_fallocate(file, 0, off_t(size)) == 0 else {
            throw ValidationError("cannot fill the disk")
        }
    }

    /// Frees the space again.
    func freeSpace() { unlink(ballast) }
}
