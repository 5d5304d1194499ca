import Articles
import FilePaths
import Glibc
import IndexStorage
import Indexing
import JSON

/// The folders that the index was filled from, and the file systems that were mounted in them, stored in the index
/// folder.
///
/// An empty folder may be one whose files were deleted, or one whose file system is not mounted. This record is what
/// tells them apart: a mount point with nothing in it, a folder that was a mount point when files were met in it and is
/// none now, and an empty folder of which nothing is known keep their articles.
///
/// It is bounded; a folder that it forgot is one of which nothing is known.
struct WalkRecord: Hashable {
    /// A folder in which files were met.
    struct Folder: Hashable {
        /// Its path without symbolic links.
        var path: String
        /// The mount points at and below it at which files were met.
        var mountPoints: [String]
    }

    /// The maximum number of folders, and of mount points in one, that are kept.
    static let most = 1_000

    private(set) var folders: [Folder] = []

    /// Creates a record of no folders.
    init() {}

    /// Reads the record; an unreadable one counts as empty.
    init(of folder: IndexFolder) {
        self = StateFile(path: folder.walksPath, in: folder).read(WalkRecord.self) ?? WalkRecord()
    }

    /// Writes the record under the caller's write lock; returns false where that failed, as on a full disk.
    @discardableResult
    func write(to folder: IndexFolder) -> Bool { StateFile(path: folder.walksPath, in: folder).write(self) }

    /// Returns the folders without files in a walk whose articles have to stay, since their file systems may not be
    /// mounted.
    func emptyMountPoints(in walked: WalkedFolders, met: MetPaths) -> [String] {
        var candidates = walked.mountPoints
        for folder in walked.folders {
            candidates += mountPoints(below: folder.path)
            if !knows(folder.path) { candidates.append(folder.path) }
        }
        return WalkRecord.distinct(candidates.filter { !met.contains($0) })
    }

    /// Adds what a walk saw.
    ///
    /// - Parameters:
    ///   - walked: The folders that were walked through.
    ///   - met: The paths that were met in them.
    mutating func add(_ walked: WalkedFolders, met: MetPaths) {
        for folder in walked.folders {
            let isKnown = knows(folder.path)
            guard isKnown || met.contains(folder.path) else { continue }
            let now = walked.mountPoints.filter { isPath($0, atOrBelow: folder.path) && met.contains($0) }
            // A mount point that has become an ordinary folder with files is none any more.
            let before = mountPoints(below: folder.path).filter { !met.contains($0) || !folder.isWhole }
            let mountPoints = Array(WalkRecord.distinct(now + before).prefix(WalkRecord.most))
            folders.removeAll { isPath($0.path, atOrBelow: folder.path) }
            if let above = folders.firstIndex(where: { isPath(folder.path, atOrBelow: $0.path) }) {
                folders[above].mountPoints.removeAll { isPath($0, atOrBelow: folder.path) }
                folders[above].mountPoints += mountPoints
            } else {
                folders.append(Folder(path: folder.path, mountPoints: mountPoints))
            }
        }
        // The latest ones are kept.
        folders = folders.suffix(WalkRecord.most)
    }

    /// Whether files were met before in a folder, or in one above it.
    func knows(_ path: String) -> Bool { folders.contains { isPath(path, atOrBelow: $0.path) } }

    /// The paths without repetitions, compared as bytes: strings are equal too where only their normal forms differ.
    private static func distinct(_ paths: [String]) -> [String] {
        var seen: Set<[UInt8]> = []
        return paths.filter { seen.insert(Array($0.utf8)).inserted }
    }

    private func mountPoints(below folder: String) -> [String] {
        folders.flatMap(\.mountPoints).filter { isPath($0, atOrBelow: folder) }
    }
}

extension WalkRecord: JSONRecord {
    static var blank: WalkRecord { WalkRecord() }

    mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("folders", &folders)
    }
}

extension WalkRecord.Folder: JSONRecord {
    static var blank: WalkRecord.Folder { WalkRecord.Folder(path: "", mountPoints: []) }

    mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("path", &path)
        try visitor.required("mountPoints", &mountPoints)
    }
}
