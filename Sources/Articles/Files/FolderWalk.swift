import Glibc

/// A file that a walk found.
package struct InputFile: Hashable, Sendable {
    /// The absolute path.
    package var path: String
    /// The size on the disk in bytes; 0 where it has none, as for a pipe.
    package var bytes: Int
}

/// The files at and under a path, in one stable order.
///
/// Names are compared byte by byte, a folder's files and subfolders together. Hidden entries are left out, as is
/// anything that is neither file nor folder. A symbolic link to a file is followed, one to a folder is not, so that
/// loops cannot occur; a path that was named explicitly is always followed.
struct FolderWalk {
    /// A folder that is not entered, under any of its paths.
    var skipped: String?
    /// The folders that must contain a folder for it to be entered; nil for anywhere.
    var roots: ReadingRoots?

    /// One step of the walk.
    enum Step {
        case file(InputFile)
        case failure(ReadFailure)
    }

    private enum Kind {
        case file(bytes: Int)
        case folder
        case other
    }

    /// Visits the files at and under an absolute path.
    func visit(_ path: String, _ step: (Step) throws -> Void) rethrows {
        switch kind(of: path) {
        case .failure(let failure): try step(.failure(ReadFailure(path: path, reason: failure.reason)))
        case .success(.file(let bytes)): try step(.file(InputFile(path: path, bytes: bytes)))
        case .success(.other): try step(.file(InputFile(path: path, bytes: 0)))
        case .success(.folder): try visitFolder(path, step)
        }
    }

    private func visitFolder(_ root: String, _ step: (Step) throws -> Void) rethrows {
        // The folder is looked up at each walk: it may have been created since the last one.
        let skippedFolder = skipped.flatMap(FolderIdentity.init)
        var stack = [(path: root, isFolder: true)]
        while let entry = stack.popLast() {
            guard entry.isFolder else {
                try visitEntry(entry.path, step)
                continue
            }
            if let skippedFolder, FolderIdentity(entry.path) == skippedFolder { continue }
            switch children(of: entry.path) {
            case .failure(let failure): try step(.failure(ReadFailure(path: entry.path, reason: failure.reason)))
            case .success(let children):
                for name in children.misnamed { try step(.failure(misnamed(name, in: entry.path))) }
                stack.append(contentsOf: children.entries.reversed())
            }
        }
    }

    private func visitEntry(_ path: String, _ step: (Step) throws -> Void) rethrows {
        switch kind(of: path) {
        case .failure(let failure):
            let reason =
                isLink(path) ? "is a symbolic link to nothing that can be read: correct the link" : failure.reason
            try step(.failure(ReadFailure(path: path, reason: reason)))
        case .success(.file(let bytes)): try step(.file(InputFile(path: path, bytes: bytes)))
        case .success(.folder), .success(.other): return
        }
    }

    private func kind(of path: String) -> Result<Kind, Unreadable> {
        var status = stat()
        guard stat(path, &status) == 0 else { return .failure(Unreadable(errno: errno)) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .success(.folder)
        case S_IFREG: return .success(.file(bytes: Int(status.st_size)))
        default: return .success(.other)
        }
    }

    private func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    private struct Children {
        var entries: [(path: String, isFolder: Bool)] = []
        var misnamed: [String] = []
    }

    private func children(of folder: String) -> Result<Children, Unreadable> {
        guard let stream = opendir(folder) else { return .failure(Unreadable(errno: errno)) }
        defer { closedir(stream) }
        if let roots, !roots.allow(descriptor: dirfd(stream)) { return .failure(.outsideRoots) }
        var children = Children()
        errno = 0
        while let entry = readdir(stream) {
            let bytes = nameBytes(entry)
            if bytes.first == UInt8(ascii: ".") { continue }
            guard let name = String(validating: bytes, as: UTF8.self) else {
                children.misnamed.append(String(decoding: bytes, as: UTF8.self))
                continue
            }
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            children.entries.append((path, isFolder(path)))
        }
        if errno != 0 { return .failure(Unreadable(errno: errno)) }
        children.entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return .success(children)
    }

    private func nameBytes(_ entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    }

    private func isFolder(_ path: String) -> Bool {
        let kept = errno
        defer { errno = kept }
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private func misnamed(_ name: String, in folder: String) -> ReadFailure {
        ReadFailure(path: folder + "/" + name, reason: "has a name that is not UTF-8: rename it")
    }
}

/// The identity of a folder, equal for all paths that lead to it.
private struct FolderIdentity: Equatable {
    private let device: UInt
    private let number: UInt

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (device, number) = (UInt(status.st_dev), UInt(status.st_ino))
    }
}
