import Foundation
package import IndexStorage
import Xapian

/// Makes copies of an index at one commit; each is an index itself, which `--index` can name.
package enum Backup {
    /// The result of a copy.
    package struct Outcome: Hashable, Sendable {
        /// The number of articles in the copy.
        package var articles: Int
        /// The copy's revision: the one copied or, after restoring, one above all revisions that the index had.
        package var revision: Int
        /// The number of the generation in the folder that was written.
        package var generation: Int
        /// The size of the copy in bytes.
        package var bytes: Int
    }

    /// The attempts to copy an index that another process may write to meanwhile.
    private static let mostAttempts = 10

    /// Copies an index that this process has no right to write to: another user's, or on a disk that is read-only.
    ///
    /// A process that writes to the index waits, if its lock can be shared; otherwise the copy is made again after each
    /// commit.
    ///
    /// - Parameters:
    ///   - folder: the index.
    ///   - destination: the folder that becomes the copy; it does not exist yet, or is empty.
    /// - Returns: a description of the copy.
    /// - Throws: as `write(_:to:)` does; `.locked` if there was a commit during each attempt.
    package static func write(
        readOnly folder: IndexFolder, to destination: String
    ) throws(IndexError) -> Outcome {
        let file = open(folder.lockPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        defer { if file >= 0 { close(file) } }
        // A writer that has the lock is not waited for: it may be a daemon that writes for hours.
        if file >= 0 { flock(file, LOCK_SH | LOCK_NB) }
        for _ in 1..<mostAttempts {
            let current = try folder.currentGeneration()
            do throws(IndexError) {
                return try write(folder, to: destination)
            } catch {
                if case .locked = error { continue }
                guard try folder.currentGeneration() != current else { throw error }
            }
        }
        return try write(folder, to: destination)
    }

    /// Copies an index; the caller holds the write lock, has committed everything and has closed the database.
    ///
    /// The copy is made beside the destination under a temporary name, and gets its final name when it is complete and
    /// durable.
    ///
    /// - Parameters:
    ///   - folder: the index.
    ///   - destination: the folder that becomes the copy; it does not exist yet, or is empty.
    /// - Returns: a description of the copy.
    /// - Throws: `IndexError`; `.unsuitable` if the destination is not empty. Nothing is left at the destination in
    ///   this case.
    package static func write(_ folder: IndexFolder, to destination: String) throws(IndexError) -> Outcome {
        guard let source = try folder.presentGeneration() else { throw .missing(path: folder.path) }
        try source.checkIsReadable(of: folder)
        try source.checkIsComplete(of: folder)
        let before = try revision(of: source, in: folder)
        let target = IndexFolder(path: destination).path
        try checkIsFree(target, beside: folder)
        let parent = (target as NSString).deletingLastPathComponent
        let partial = IndexFolder(path: "\(parent)/.\((target as NSString).lastPathComponent).tracuu-backup")
        let lock = try claim(partial.path)
        defer { close(lock) }
        do throws(IndexError) {
            let copy = partial.generation(source.number)
            try copyFolder(source.path, to: copy.path)
            let outcome = try describe(copy, of: folder, as: source, at: before)
            try makeDurable(copy.path)
            try partial.setCurrentGeneration(source.number)
            guard rename(partial.path, target) == 0 else { throw IndexError(systemError: errno, at: target) }
            try makeDurable(entriesOf: parent)
            return outcome
        } catch {
            try? FileManager.default.removeItem(atPath: partial.path)
            throw error
        }
    }

    /// Replaces an index by a copy; the caller holds the write lock and has closed the database.
    ///
    /// - Parameters:
    ///   - folder: the index, which need not exist.
    ///   - source: the folder of the copy.
    /// - Returns: a description of the copy.
    /// - Throws: `IndexError`; the index is unchanged in this case.
    package static func restore(_ folder: IndexFolder, from source: String) throws(IndexError) -> Outcome {
        let copy = IndexFolder(path: source)
        guard copy.path != folder.path else {
            throw .unsuitable(path: source, reason: "is the index itself", recovery: "name the folder of a backup")
        }
        guard let generation = try copy.presentGeneration() else {
            throw .unsuitable(
                path: source, reason: "holds no index", recovery: "name the folder that a backup was written to")
        }
        // A backup that was written to has a lock file, and must not change during the copy.
        let isWritten = access(copy.lockPath, F_OK) == 0 && !copy.isReadOnly
        let lock = isWritten ? try WriteLock(folder: copy, purpose: "tracuu restore") : nil
        defer { withExtendedLifetime(lock) {} }
        try generation.checkIsReadable(of: copy)
        try generation.checkIsComplete(of: copy)
        let before = try revision(of: generation, in: copy)
        _ = try describe(generation, of: copy, as: generation, at: before)
        let last = try folder.lastRevision()
        let (new, outcome) = try folder.replaceGeneration { new throws(IndexError) in
            try copyFolder(generation.livePath, to: new.livePath)
            if generation.hasSealed { try copyFolder(generation.sealedPath, to: new.sealedPath) }
            var outcome = try describe(new, of: folder, as: generation, at: before)
            outcome.revision = try new.continueRevisions(after: last, of: folder)
            return outcome
        }
        var restored = outcome
        (restored.generation, restored.bytes) = (new.number, new.bytes())
        return restored
    }

    private static func revision(of generation: Generation, in folder: IndexFolder) throws(IndexError) -> Int {
        do throws(XapianError) {
            return try generation.open().indexRevision
        } catch {
            throw generation.explained(error, of: folder)
        }
    }

    /// Opens a copy and describes it.
    ///
    /// - Throws: `IndexError` if it cannot be read, or differs from the original; `.locked` if the original was at
    ///   another revision when the copy was begun.
    private static func describe(
        _ copy: Generation, of folder: IndexFolder, as original: Generation, at before: Int
    ) throws(IndexError) -> Outcome {
        do {
            let source = try original.open()
            // The tables of one commit and the roots of the next can be copied together, so this comes first.
            guard try source.indexRevision == before else {
                throw IndexError.locked(path: folder.path, holder: "another process")
            }
            let database = try copy.open()
            let (articles, revision) = (try database.documentCount, try database.indexRevision)
            guard try source.documentCount == articles, revision == before else {
                throw IndexError.damaged(path: folder.path, reason: "its copy differs from it")
            }
            try SchemaVersion.check(database, path: folder.path)
            return Outcome(
                articles: articles, revision: revision, generation: copy.number, bytes: copy.bytes())
        } catch let error as XapianError {
            throw original.explained(error, of: folder)
        } catch let error as IndexError {
            throw error
        } catch {
            throw .fileSystem(path: folder.path, reason: String(describing: error))
        }
    }

    /// Rejects a destination that is not empty, or that is inside the index.
    private static func checkIsFree(_ target: String, beside folder: IndexFolder) throws(IndexError) {
        guard !(target + "/").hasPrefix(folder.path + "/") else {
            throw .unsuitable(
                path: target, reason: "lies in the index itself", recovery: "name a folder somewhere else")
        }
        var status = stat()
        guard lstat(target, &status) == 0 else {
            if errno == ENOENT { return }
            throw IndexError(systemError: errno, at: target)
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: target)) ?? []
        guard status.st_mode & S_IFMT == S_IFDIR, names.isEmpty else {
            throw .unsuitable(
                path: target, reason: "exists and is not an empty folder", recovery: "name one that does not exist yet")
        }
    }

    /// Creates an empty folder, replacing what an interrupted backup left, and locks it against other processes.
    ///
    /// - Returns: a descriptor to be closed when the backup is done.
    private static func claim(_ path: String) throws(IndexError) -> Int32 {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw IndexError(systemError: errno, at: path) }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw IndexError(systemError: errno, at: path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .unsuitable(
                path: path, reason: "is being written by another backup", recovery: "wait until that is done")
        }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
            try? FileManager.default.removeItem(atPath: path + "/" + name)
        }
        return descriptor
    }
}
