import Foundation
package import Xapian

/// Why an index cannot be read or written.
package enum IndexError: Error, Hashable, Sendable {
    /// The folder does not contain an index yet.
    case missing(path: String)
    /// A symbolic link on the way to the folder leads nowhere.
    case danglingLink(path: String, target: String)
    /// The folder or a file in it cannot be created, read or written.
    case fileSystem(path: String, reason: String)
    /// Something in the folder is not as this program left it.
    case damaged(path: String, reason: String)
    /// The articles that the index stored are gone or cannot be read, so that not even a rebuild can recover them.
    case lost(path: String, reason: String)
    /// The file of the stored articles is gone; what else the index has cannot be shown without them.
    case textsLost(path: String, file: String)
    /// The index was written with another schema.
    case schema(path: String, found: String, expected: Int)
    /// The index was written by a version with a different file layout.
    case earlierLayout(path: String)
    /// The disk does not have enough space for the data to be written.
    case diskFull(path: String)
    /// The task that requested the work was cancelled; the index is unchanged.
    case cancelled(path: String)
    /// A folder that was named for a copy of the index, or to be copied from, is not suitable.
    case unsuitable(path: String, reason: String, recovery: String)
    /// Writing is suspended.
    case suspended(path: String, since: String)
    /// Another process holds the write lock.
    case locked(path: String, holder: String)
    /// Xapian reports another error, such as a full disk.
    case database(path: String, XapianError)
}

extension IndexError: CustomStringConvertible {
    /// The error in one line: what, why and how to recover.
    package var description: String { "\(reason); \(recovery)" }

    /// What is wrong and why.
    package var reason: String {
        switch self {
        case .missing(let path): "no index in \(path)"
        case .danglingLink(let path, let target): "\(path) is a symbolic link to \(target), which does not exist"
        case .fileSystem(let path, let reason): "cannot use \(path): \(reason)"
        case .damaged(let path, let reason): "the index in \(path) is damaged: \(reason)"
        case .lost(let path, let reason): "the index in \(path) is lost: \(reason)"
        case .textsLost(let path, let file):
            "the index in \(path) is damaged: \(file), the file of the stored articles, is gone"
        case .schema(let path, let found, let expected):
            "the index in \(path) has schema version \(found), this program needs \(expected)"
        case .earlierLayout(let path): "the index in \(path) has the layout of an earlier version"
        case .diskFull(let path): "the disk that holds \(path) is full"
        case .cancelled(let path): "the work on the index in \(path) was cancelled"
        case .unsuitable(let path, let reason, _): "\(path) \(reason)"
        case .suspended(let path, let since):
            "writing to the index in \(path) is suspended\(since.isEmpty ? "" : " since \(since)")"
        case .locked(let path, let holder): "the index in \(path) is being written by \(holder)"
        case .database(let path, let error): "the index in \(path) cannot be used: \(error)"
        }
    }

    /// What to do about it.
    package var recovery: String {
        switch self {
        case .missing: "make one with: tracuu index PATH"
        case .danglingLink(_, let target): "mount the disk that holds it, or make it with: mkdir -p \(target)"
        case .fileSystem: "check the folder and its permissions, or name another with --index"
        case .damaged: "rebuild it with: tracuu rebuild"
        case .lost: "restore a backup, or delete that folder and index the files again"
        case .textsLost: "restore a backup, or index the archive's files again with: tracuu index PATH"
        case .schema(_, let found, let expected):
            if let found = Int(found), found > expected {
                "a newer version wrote it: update this program"
            } else {
                "bring it up to date with: tracuu rebuild"
            }
        case .earlierLayout: "bring it up to date with: tracuu rebuild"
        case .diskFull: "free some space and try again: what was committed is kept and can be searched"
        case .cancelled: "run the same command again to start over"
        case .unsuitable(_, _, let recovery): recovery
        case .suspended: "let it go on with: tracuu resume"
        case .locked: "wait until it is done, or stop that process"
        case .database(_, let error):
            switch error.kind {
            case .databaseCorrupt: "rebuild it with: tracuu rebuild"
            case .databaseLocked: "wait until the other process is done"
            case .databaseVersion: "another version of Xapian wrote it: update this program and libxapian"
            default: "check the disk's free space and permissions"
            }
        }
    }

    /// Creates the error of an index for one of Xapian's.
    package init(_ error: XapianError, path: String) {
        switch error.kind {
        case .databaseCorrupt: self = .damaged(path: path, reason: error.message)
        case .diskFull: self = .diskFull(path: path)
        // The terms name a document that does not exist, or a block keeps claiming to be newer than the index.
        case .documentNotFound, .databaseModified: self = .damaged(path: path, reason: error.message)
        default: self = .database(path: path, error)
        }
    }

    /// Creates the error for a failed system call.
    ///
    /// - Parameters:
    ///   - number: the `errno` of the call.
    ///   - path: the file or folder concerned.
    package init(systemError number: Int32, at path: String) {
        switch number {
        case ENOSPC, EDQUOT: self = .diskFull(path: path)
        default: self = .fileSystem(path: path, reason: String(cString: strerror(number)))
        }
    }
}
