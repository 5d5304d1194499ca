import Glibc

/// Finds the daemon's program.
enum ProgramSearch {
    /// The absolute path of a program in the folder of the running one, else in `PATH`; nil if it is in neither.
    ///
    /// An absolute path is returned unchanged.
    static func locate(_ name: String) -> String? {
        if name.hasPrefix("/") { return name }
        var folders: [String] = []
        if let own = realpath("/proc/self/exe", nil) {
            let path = String(cString: own)
            free(own)
            folders.append(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        }
        if let path = getenv("PATH") {
            // An empty or relative entry would start a program from the current folder.
            folders += String(cString: path).split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        }
        return folders.map { $0 + "/" + name }.first(where: isProgram)
    }

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
}
