import FilePaths
import Glibc

/// What a folder holds, except hidden entries and what editors leave beside a file.
struct FolderListing {
    /// One entry.
    struct Entry {
        /// The absolute path.
        let path: String
        /// The kind of the entry itself, not of what a link leads to.
        let kind: FileKind
    }

    /// The entries, with their names in byte order.
    private(set) var entries: [Entry] = []
    /// The paths of entries whose names are not UTF-8, as far as they can be shown.
    private(set) var misnamed: [String] = []
    /// The identity of the folder.
    let identity: FileIdentity

    /// Lists a folder.
    ///
    /// - Parameters:
    ///   - folder: The folder's absolute path.
    ///   - roots: The folders that must contain it; nil for anywhere.
    /// - Throws: `Unreadable` where it cannot be read to its end.
    init(_ folder: String, within roots: ReadingRoots?) throws(Unreadable) {
        guard let stream = opendir(folder) else { throw Unreadable(errno: errno) }
        defer { closedir(stream) }
        if let roots, !roots.allow(descriptor: dirfd(stream)) { throw .outsideRoots }
        var status = stat()
        guard fstat(dirfd(stream), &status) == 0 else { throw Unreadable(errno: errno) }
        identity = FileIdentity(status)
        let start = folder.hasSuffix("/") ? folder : folder + "/"
        errno = 0
        while let entry = readdir(stream) {
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if FolderListing.passesOver(bytes) { continue }
            guard let name = String(validating: bytes, as: UTF8.self) else {
                misnamed.append(start + String(decoding: bytes, as: UTF8.self))
                continue
            }
            entries.append(Entry(path: start + name, kind: FileKind(ofEntry: start + name)))
            errno = 0
        }
        if errno != 0 { throw Unreadable(errno: errno) }
        if isIndex(start) { entries = [] }
        entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}

extension FolderListing {
    /// Whether an entry is hidden, or an editor's copy of a file beside it: `a.txt~`, `#a.txt#`.
    private static func passesOver(_ name: [UInt8]) -> Bool {
        let (first, last) = (name.first, name.last)
        return first == UInt8(ascii: ".") || last == UInt8(ascii: "~") && name.count > 1
            || first == UInt8(ascii: "#") && last == UInt8(ascii: "#") && name.count > 2
    }

    /// Whether it is an index of this program, a backup of one or a database of Xapian, which hold no files of articles.
    private func isIndex(_ start: String) -> Bool {
        let hasGenerations = entries.contains { $0.path.hasPrefix(start + "generation-") }
        return entries.contains {
            $0.path == start + "iamglass" || hasGenerations && $0.path == start + "CURRENT"
        }
    }
}

/// The kind of what exists at a path.
enum FileKind {
    case file(bytes: Int)
    case folder(FileIdentity)
    case link
    case other

    /// Determines the kind of what a path leads to.
    ///
    /// - Throws: `Unreadable` where nothing can be reached there.
    init(at path: String) throws(Unreadable) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Unreadable(errno: errno) }
        self.init(status)
    }

    /// Determines the kind of a folder's entry, without following it; one that cannot be looked at is `.other`.
    fileprivate init(ofEntry path: String) {
        var status = stat()
        self = lstat(path, &status) == 0 ? FileKind(status) : .other
    }

    private init(_ status: stat) {
        self =
            switch status.st_mode & S_IFMT {
            case S_IFDIR: .folder(FileIdentity(status))
            case S_IFREG: .file(bytes: Int(status.st_size))
            case S_IFLNK: .link
            default: .other
            }
    }
}
