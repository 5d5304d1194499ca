import IndexStorage
import Indexing

/// Lends the one writer of an index to whoever needs it, and gives the write lock back when nobody does.
///
/// A writer on which a write has failed, such as on a full disk, is lent to nobody any more; once those who had it have given it
/// back, the next opens another, so that writing goes on as soon as there is room again.
actor WriterPool {
    private let folder: IndexFolder
    private var commitBytes: Int
    private var writer: ArticleWriter?
    private var users = 0
    private var runs = 0
    private var isClosing = false
    /// Why the last write failed, until one succeeds.
    private(set) var trouble: IndexError?

    init(folder: IndexFolder, commitBytes: Int) {
        self.folder = folder
        self.commitBytes = commitBytes
    }

    /// Whether somebody has the writer now.
    var isLent: Bool { users > 0 }

    /// Lends the writer; `giveBack` has to follow.
    ///
    /// - Parameters:
    ///   - purpose: what is being done, for other processes that wait.
    ///   - opensLater: whether the index is to be opened, or made, only when something is written.
    ///   - evenSuspended: whether it is lent while writing is suspended.
    ///   - onWait: told once who holds the lock, when another process does; then the lock is waited for.
    /// - Returns: the writer, and a number for the run that nobody else has.
    /// - Throws: `IndexError`; `.suspended` at once. `CancellationError`.
    func take(
        purpose: String, opensLater: Bool = false, evenSuspended: Bool = false, onWait: @Sendable (String) -> Void
    ) async throws -> (writer: ArticleWriter, run: Int) {
        var hasTold = false
        while true {
            if !evenSuspended { try folder.checkIsNotSuspended() }
            if isClosing {
                // Our own writer is about to give the lock back: nobody else has to be waited for.
                try await Task.sleep(for: .milliseconds(5))
                continue
            }
            if let writer {
                users += 1
                runs += 1
                return (writer, runs)
            }
            guard let holder = try open(purpose: purpose, opensLater: opensLater) else { continue }
            if !hasTold { onWait(holder) }
            hasTold = true
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Changes how much text is written at once, from the next opening of the writer on.
    func setCommitBytes(_ bytes: Int) { commitBytes = bytes }

    /// Opens the writer, or says which other process holds the write lock.
    private func open(purpose: String, opensLater: Bool) throws(IndexError) -> String? {
        do {
            writer = try ArticleWriter(
                folder: folder, purpose: purpose, commitBytes: commitBytes, opensLater: opensLater)
            return nil
        } catch {
            if case .locked(_, let holder) = error { return holder }
            trouble = error
            throw error
        }
    }

    /// Takes the writer back; the last user's return commits and releases the lock.
    ///
    /// - Parameter isDurable: whether what was written is to be committed also where others have the writer still.
    /// - Throws: `IndexError` where the commit failed.
    func giveBack(isDurable: Bool = true) async throws(IndexError) {
        users -= 1
        guard let writer else { return }
        let isLast = users == 0
        if isLast {
            self.writer = nil
            isClosing = true
        }
        defer { if isLast { isClosing = false } }
        do {
            if isLast { try await writer.close() } else if isDurable { try await writer.commit() }
            if isLast || isDurable { trouble = nil }
        } catch {
            trouble = error
            // Nobody else gets a writer that has failed; the last one to return it closes it.
            if self.writer === writer { isClosing = true }
            throw error
        }
    }
}
