import IndexStorage
import Indexing

/// Lends the one writer of an index to its users, and releases the write lock when there are none.
///
/// A writer whose write failed, as on a full disk, is not lent again. Once all its users have returned it, the next
/// user opens another, so that writing continues as soon as there is disk space again.
actor WriterPool {
    private let folder: IndexFolder
    private var commitBytes: Int
    private var writer: ArticleWriter?
    private var users = 0
    private var runs = 0
    /// Whether the writer is being opened or closed, so that neither it nor the write lock can be had.
    private var isChanging = false
    private var waiting: [Int: CheckedContinuation<Void, any Error>] = [:]
    private var waitingCount = 0
    /// Why the last write failed, until one succeeds.
    private(set) var trouble: IndexError?

    init(folder: IndexFolder, commitBytes: Int) {
        self.folder = folder
        self.commitBytes = commitBytes
    }

    /// Whether the writer is lent now.
    var isLent: Bool { users > 0 }

    /// Lends the writer; the caller must call `giveBack` afterwards.
    ///
    /// - Parameters:
    ///   - purpose: the operation, shown to other processes that wait.
    ///   - opensLater: whether the index is opened, or created, only when something is written.
    ///   - evenSuspended: whether it is lent while writing is suspended.
    ///   - onWait: called once with the holder of the lock, where another process has it; then this waits for the lock.
    /// - Returns: the writer, and a unique number for the run.
    /// - Throws: `IndexError`; `.suspended` immediately. `CancellationError`.
    func take(
        purpose: String, opensLater: Bool = false, evenSuspended: Bool = false, onWait: @Sendable (String) -> Void
    ) async throws -> (writer: ArticleWriter, run: Int) {
        var hasTold = false
        while true {
            if !evenSuspended { try folder.checkIsNotSuspended() }
            if isChanging {
                // This process's own writer has the lock: there is no other process to wait for.
                try await waitForChange()
                continue
            }
            if let writer {
                users += 1
                runs += 1
                return (writer, runs)
            }
            guard let holder = try await open(purpose: purpose, opensLater: opensLater) else { continue }
            if !hasTold { onWait(holder) }
            hasTold = true
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Changes the number of bytes of text per commit, from the next opening of the writer on.
    func setCommitBytes(_ bytes: Int) { commitBytes = bytes }

    /// Opens the writer, or says which other process holds the write lock.
    private func open(purpose: String, opensLater: Bool) async throws(IndexError) -> String? {
        isChanging = true
        defer { endChange() }
        do {
            writer = try await ArticleWriter(
                folder: folder, purpose: purpose, commitBytes: commitBytes, opensLater: opensLater)
            return nil
        } catch {
            if case .locked(_, let holder) = error { return holder }
            trouble = error
            throw error
        }
    }

    /// Returns the writer; the last user's return commits and releases the lock.
    ///
    /// - Parameter isDurable: whether the changes are committed even where others still have the writer.
    /// - Throws: `IndexError` where the commit failed.
    func giveBack(isDurable: Bool = true) async throws(IndexError) {
        users -= 1
        guard let writer else { return }
        let isLast = users == 0
        if isLast {
            self.writer = nil
            isChanging = true
        }
        defer { if isLast { endChange() } }
        do {
            if isLast { try await writer.close() } else if isDurable { try await writer.commit() }
            if isLast || isDurable { trouble = nil }
        } catch {
            trouble = error
            // A failed writer is not lent again; the last user to return it closes it.
            if self.writer === writer { isChanging = true }
            throw error
        }
    }

    /// Returns once the writer has been opened or closed.
    ///
    /// - Throws: `CancellationError`.
    private func waitForChange() async throws {
        waitingCount += 1
        let number = waitingCount
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
                waiting[number] = continuation
            }
        } onCancel: {
            Task { await stopWaiting(number) }
        }
    }

    private func stopWaiting(_ number: Int) {
        waiting.removeValue(forKey: number)?.resume(throwing: CancellationError())
    }

    private func endChange() {
        isChanging = false
        let resumed = waiting.values
        waiting = [:]
        for continuation in resumed { continuation.resume() }
    }
}
