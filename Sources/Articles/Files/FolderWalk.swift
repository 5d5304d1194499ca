import FilePaths
import Glibc

/// A file that a walk found.
package struct InputFile: Hashable, Sendable {
    /// The absolute path, without symbolic links.
    package var path: String
    /// The size on the disk in bytes; 0 where it has none, as for a pipe.
    package var bytes: Int
}

/// One walk over files and folders, each visited once, in one stable order.
///
/// Names are compared byte by byte, a folder's files and subfolders together. Hidden entries are left out, as is
/// anything that is neither file nor folder. What was named explicitly is visited whatever it is. Symbolic links are
/// followed after everything else, so that a file or folder that is also reached without them is visited in its own
/// place, and loops end.
///
/// The memory in use is in proportion to the number of folders, links and explicitly named files.
struct FolderWalk {
    /// One step of the walk.
    enum Step {
        case file(InputFile)
        case failure(ReadFailure)
    }

    private let skippedPath: String?
    private let roots: ReadingRoots?
    private var walked = WalkedFolders()
    private var visitedFolders: Set<FileIdentity> = []
    /// The files among `walked`, as bytes: strings are equal too where only their normal forms differ.
    private var singleFiles: Set<[UInt8]> = []
    private var links: [String] = []
    private var unreadFolders: [String] = []

    /// Begins a walk.
    ///
    /// - Parameters:
    ///   - skipped: A folder that is not entered, under any of its paths; it may not exist.
    ///   - roots: The folders that must contain a folder for it to be entered; nil for anywhere.
    init(skipping skipped: String?, within roots: ReadingRoots?) {
        skippedPath = skipped
        self.roots = roots
    }

    /// Visits the files at and under an absolute path that was named explicitly.
    mutating func visit(_ path: String, _ step: (Step) throws -> Void) rethrows {
        switch FolderWalk.target(of: path) {
        case .failure(let failure):
            unreadFolders.append(ResolvedPath(path).path)
            try step(.failure(ReadFailure(path: path, reason: failure.reason)))
        case .success(let target): try visit(target, named: path, step)
        }
    }

    /// Ends the walk: follows the links that were met, and those met on the way.
    ///
    /// - Returns: The folders that were walked.
    mutating func finish(_ step: (Step) throws -> Void) rethrows -> WalkedFolders {
        while !links.isEmpty {
            let met = links
            links = []
            for link in met {
                switch FolderWalk.target(of: link) {
                case .failure(let failure):
                    walked.unknown.append(link)
                    let reason =
                        FileIdentity(link) == nil
                        ? "is a symbolic link to nothing that can be read: correct the link" : failure.reason
                    try step(.failure(ReadFailure(path: link, reason: reason)))
                case .success(let target):
                    if case .other = target.kind { continue }
                    try visit(target, named: nil, step)
                }
            }
        }
        for place in walked.folders.indices {
            let folder = walked.folders[place].path
            walked.folders[place].isWhole = !unreadFolders.contains { isPath($0, atOrBelow: folder) }
        }
        return walked
    }

    private mutating func visit(
        _ target: (path: String, kind: FileKind), named name: String?, _ step: (Step) throws -> Void
    ) rethrows {
        switch target.kind {
        case .file(let bytes):
            if isVisited(file: target.path) || !singleFiles.insert(Array(target.path.utf8)).inserted { return }
            walked.files.append(target.path)
            try step(.file(InputFile(path: target.path, bytes: bytes)))
        case .folder(let identity):
            let isReached = visitedFolders.contains(identity)
            // A link to a folder that was walked anyway adds nothing.
            if name == nil && isReached { return }
            let otherName = name.flatMap { $0.utf8.elementsEqual(target.path.utf8) ? nil : $0 }
            walked.folders.append(WalkedFolders.Folder(path: target.path, otherName: otherName))
            try visitFolder(target.path, identity, step)
        case .link, .other: try step(.file(InputFile(path: target.path, bytes: 0)))
        }
    }

    private mutating func visitFolder(_ root: String, _ identity: FileIdentity, _ step: (Step) throws -> Void) rethrows
    {
        if let parent = FileIdentity(root + "/.."), parent.device != identity.device { walked.mountPoints.append(root) }
        var stack = [FolderListing.Entry(path: root, kind: .folder(identity))]
        while let entry = stack.popLast() {
            switch entry.kind {
            case .file(let bytes):
                if !singleFiles.isEmpty, singleFiles.contains(Array(entry.path.utf8)) { continue }
                try step(.file(InputFile(path: entry.path, bytes: bytes)))
            case .folder(let identity):
                guard !isSkipped(identity), visitedFolders.insert(identity).inserted else { continue }
                stack += try children(of: entry.path, step).reversed()
            case .link: links.append(entry.path)
            case .other:
                guard case .failure(let failure) = FolderWalk.target(of: entry.path) else { continue }
                walked.unknown.append(entry.path)
                try step(.failure(ReadFailure(path: entry.path, reason: failure.reason)))
            }
        }
    }

    /// Whether a folder is the one that is skipped, which may have been created after the walk began.
    private func isSkipped(_ identity: FileIdentity) -> Bool {
        skippedPath.map { FileIdentity($0) == identity } ?? false
    }

    private mutating func children(
        of folder: String, _ step: (Step) throws -> Void
    ) rethrows -> [FolderListing.Entry] {
        switch Result(catching: { () throws(Unreadable) in try FolderListing(folder, within: roots) }) {
        case .failure(let failure):
            unreadFolders.append(folder)
            try step(.failure(ReadFailure(path: folder, reason: failure.reason)))
            return []
        case .success(let listing):
            for path in listing.misnamed {
                try step(.failure(ReadFailure(path: path, reason: "has a name that is not UTF-8: rename it")))
            }
            for entry in listing.entries {
                if case .folder(let child) = entry.kind, child.device != listing.identity.device {
                    walked.mountPoints.append(entry.path)
                }
            }
            return listing.entries
        }
    }

    /// Whether the walk visited the folder of a file, and so the file in its own place.
    private func isVisited(file path: String) -> Bool {
        guard let slash = path.lastIndex(of: "/"), !path[slash...].hasPrefix("/.") else { return false }
        return FileIdentity(String(path[..<slash]) + "/").map(visitedFolders.contains) ?? false
    }

    /// Determines what a path leads to, and its path without symbolic links.
    private static func target(of path: String) -> Result<(path: String, kind: FileKind), Unreadable> {
        Result { () throws(Unreadable) in
            let kind = try FileKind(at: path)
            // A pipe has no other path than the one by which it can be opened.
            if case .other = kind { return (path, kind) }
            do throws(PathError) {
                // Nor has a file that was deleted and is still open, in `/dev/fd`.
                guard let resolved = try ResolvedPath.ofExisting(path), let found = FileIdentity(resolved),
                    found == FileIdentity(path)
                else { return (path, kind) }
                return (resolved, kind)
            } catch {
                throw Unreadable(error.reason)
            }
        }
    }
}
