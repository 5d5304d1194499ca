import ArticleIndex

/// Lends the one writer of an index to whoever needs it, and gives the write lock back when nobody does.
actor WriterSharing {
    private let folder: IndexFolder
    private var commitBytes: Int
    private var writer: ArticleWriter?
    private var users = 0
    private var runs = 0
    private var isClosing = false

    init(folder: IndexFolder, commitBytes: Int) {
        self.folder = folder
        self.commitBytes = commitBytes
    }

    /// Lends the writer; `giveBack` has to follow.
    ///
    /// - Parameters:
    ///   - purpose: what is being done, for other processes that wait.
    ///   - onWait: told once who holds the lock, when another process does; then the lock is waited for.
    /// - Returns: the writer, and a number for the run that nobody else has.
    /// - Throws: `IndexError`, `CancellationError`.
    func take(purpose: String, onWait: @Sendable (String) -> Void) async throws -> (writer: ArticleWriter, run: Int) {
        var hasTold = false
        while true {
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
            guard let holder = try open(purpose: purpose) else { continue }
            if !hasTold { onWait(holder) }
            hasTold = true
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Changes how much text is written at once, from the next opening of the writer on.
    func setCommitBytes(_ bytes: Int) { commitBytes = bytes }

    /// Opens the writer, or says which other process holds the write lock.
    private func open(purpose: String) throws(IndexError) -> String? {
        do {
            writer = try ArticleWriter(folder: folder, purpose: purpose, commitBytes: commitBytes)
            return nil
        } catch {
            guard case .locked(_, let holder) = error else { throw error }
            return holder
        }
    }

    /// Takes the writer back; the last user's return commits and releases the lock.
    ///
    /// - Parameter isDurable: whether what was written is to be committed also where others have the writer still.
    /// - Throws: `IndexError` where the commit failed.
    func giveBack(isDurable: Bool = true) async throws {
        users -= 1
        guard let writer else { return }
        guard users == 0 else {
            if isDurable { try await writer.commit() }
            return
        }
        self.writer = nil
        isClosing = true
        defer { isClosing = false }
        try await writer.close()
    }
}
