import Glibc

/// The folders below which files are read for somebody else, such as a client of the daemon.
///
/// What counts is where a file really lies, once every symbolic link is followed. What the kernel shows of itself
/// (`/proc`, `/sys`, `/dev`) is below no root, not even below `/`: it has no articles, and a reader's own descriptors.
package struct ReadingRoots: Hashable, Sendable {
    /// The folders as they were given, absolute.
    package let folders: [String]

    private static let ofTheKernel = ["/proc", "/sys", "/dev"]

    /// The files below some folders; `/` stands for all.
    package init(_ folders: [String]) { self.folders = folders }

    /// Whether a path leads below one of the folders; of one at which nothing stands, its nearest folder decides.
    package func allow(path: String) -> Bool {
        var place = path[...]
        while true {
            if let real = realPath(String(place)) { return allow(real: real) }
            guard let slash = place.lastIndex(of: "/") else { return false }
            place = slash == place.startIndex ? "/" : place[..<slash]
        }
    }

    /// Whether the file or folder that is open at a descriptor lies below one of the folders.
    ///
    /// Nobody can put another file in its place between this question and the reading.
    func allow(descriptor: Int32) -> Bool {
        var name = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/fd/\(descriptor)", &name, name.count)
        guard count > 0, count < name.count else { return false }
        return allow(real: String(decoding: name[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    private func allow(real: String) -> Bool {
        if Self.ofTheKernel.contains(where: { real.isBelow($0) }) { return false }
        // Looked up at each question: a root may be made, or turned elsewhere by its owner, while the program runs.
        return folders.contains { folder in realPath(folder).map { real.isBelow($0) } ?? false }
    }
}

extension Unreadable {
    /// The reason that a file which lies elsewhere is not read.
    static let outsideRoots = Unreadable(
        "leads out of the folders that the daemon may read: add its folder to daemon.roots")
    /// The reason that a pipe or a device is not read.
    static let noRegularFile = Unreadable("is no regular file, and the daemon reads no other: use --no-daemon")
}

extension String {
    /// Whether the path is a folder's, or lies below it; both are real paths.
    fileprivate func isBelow(_ folder: String) -> Bool {
        folder == "/" || utf8.elementsEqual(folder.utf8) || utf8.starts(with: (folder + "/").utf8)
    }
}

/// A path without symbolic links, or nil where nothing stands there that can be reached.
private func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}
