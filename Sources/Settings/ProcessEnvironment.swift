#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The inputs of the defaults besides the environment variables: the process's executable, current folder and user.
package struct ProcessEnvironment: Hashable, Sendable {
    /// The absolute path of the running executable, with symbolic links resolved.
    package var executable: String
    /// The absolute path of the current folder, against which relative paths in options are resolved; empty where it was
    /// deleted, or where its path is not UTF-8.
    package var currentFolder: String
    /// The user id of the process.
    package var userID: UInt32

    /// Creates an environment from the given values.
    package init(executable: String, currentFolder: String, userID: UInt32) {
        self.executable = executable
        self.currentFolder = currentFolder
        self.userID = userID
    }

    /// The environment of this process.
    package static func current() -> ProcessEnvironment {
        ProcessEnvironment(
            executable: path { readlink("/proc/self/exe", $0, $1) },
            currentFolder: path { buffer, size in getcwd(buffer, size).map { strlen($0) } ?? -1 },
            userID: geteuid())
    }

    /// The path that a system call writes into a buffer, returning its length; empty if that is negative or it
    /// is not UTF-8.
    private static func path(_ write: (UnsafeMutablePointer<CChar>, Int) -> Int) -> String {
        let size = Int(PATH_MAX) + 1
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            let length = write(start, size)
            guard length > 0 else { return "" }
            return UnsafeBufferPointer(start: start, count: length)
                .withMemoryRebound(to: UInt8.self) { String(validating: $0, as: UTF8.self) ?? "" }
        }
    }

    /// Whether a folder exists, belongs to the user, is no symbolic link and gives no access to anyone else.
    func isPrivateFolder(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT == S_IFDIR && status.st_uid == userID && status.st_mode & 0o777 == 0o700
    }

    /// Whether a file or folder exists at a path.
    func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }
}
