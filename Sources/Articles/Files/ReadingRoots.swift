import Glibc

/// The folders below which files are read on behalf of others, such as a client of the daemon.
///
/// A file's location is its real path, with every symbolic link resolved. The kernel's file systems (`/proc`, `/sys`,
/// `/dev`) count as below no root, not even `/`: they have no articles, and they expose the reader's own descriptors.
package struct ReadingRoots: Hashable, Sendable {
    /// The folders as they were given, absolute.
    package let folders: [String]

    private static let ofTheKernel = ["/proc", "/sys", "/dev"]

    /// Allows the files below some folders; `/` allows all.
    package init(_ folders: [String]) { self.folders = folders }

    /// Whether a path leads below one of the folders; where nothing exists at the path, its nearest existing folder
    /// decides.
    package func allow(path: String) -> Bool {
        var place = path[...]
        while true {
            if let real = realPath(String(place)) { return allow(real: real) }
            guard let slash = place.lastIndex(of: "/") else { return false }
            place = slash == place.startIndex ? "/" : place[..<slash]
        }
    }

    /// Whether the file or folder that is open at a descriptor is below one of the folders.
    ///
    /// No other file can be put in its place between this check and the reading.
    func allow(descriptor: Int32) -> Bool {
        var name = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/fd/\(descriptor)", &name, name.count)
        guard count > 0, count < name.count else { return false }
        return allow(real: String(decoding: name[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    private func allow(real: String) -> Bool {
        if Self.ofTheKernel.contains(where: { real.isBelow($0) }) { return false }
        // Roots are resolved at each check: a root may be created, or redirected by its owner, while the program runs.
        return folders.contains { folder in realPath(folder).map { real.isBelow($0) } ?? false }
    }
}

extension Unreadable {
    /// The reason given for a file outside the roots.
    static let outsideRoots = Unreadable(
        "lies outside of the folders that the daemon may read: add its folder to daemon.roots")
    /// The reason given for a pipe or a device.
    static let noRegularFile = Unreadable("is no regular file, and the daemon reads no other: use --no-daemon")
}

extension String {
    /// Whether the path is the folder's or is below it; both are real paths.
    fileprivate func isBelow(_ folder: String) -> Bool {
        folder == "/" || utf8.elementsEqual(folder.utf8) || utf8.starts(with: (folder + "/").utf8)
    }
}

/// A path with symbolic links resolved, or nil where nothing exists there or it cannot be reached.
private func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}
