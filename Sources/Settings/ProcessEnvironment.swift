#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// What the defaults depend on besides the environment's variables: where the process runs and as whom.
package struct ProcessEnvironment: Hashable, Sendable {
    /// The absolute path of the running executable, symbolic links resolved.
    package var executable: String
    /// The absolute path of the current folder, at which relative paths of options begin.
    package var currentFolder: String
    /// The user whom the process runs as.
    package var userID: UInt32

    /// ProcessEnvironment as given.
    package init(executable: String, currentFolder: String, userID: UInt32) {
        self.executable = executable
        self.currentFolder = currentFolder
        self.userID = userID
    }

    /// The surroundings of this process.
    package static func current() -> ProcessEnvironment {
        ProcessEnvironment(
            executable: path { readlink("/proc/self/exe", $0, $1) },
            currentFolder: path { buffer, size in getcwd(buffer, size).map { strlen($0) } ?? -1 },
            userID: geteuid())
    }

    /// The path that a call of the system writes into a buffer, whose length it gives; empty where it gives less than 0.
    private static func path(_ write: (UnsafeMutablePointer<CChar>, Int) -> Int) -> String {
        let size = Int(PATH_MAX) + 1
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            let length = write(start, size)
            guard length > 0 else { return "" }
            return UnsafeBufferPointer(start: start, count: length)
                .withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// Whether a folder exists, belongs to the user, is no symbolic link and is open to nobody else.
    func isPrivateFolder(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT == S_IFDIR && status.st_uid == userID && status.st_mode & 0o777 == 0o700
    }

    /// Whether something stands at a path.
    func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }
}
