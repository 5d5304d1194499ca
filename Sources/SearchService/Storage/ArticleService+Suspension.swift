import IndexStorage
package import SearchProtocol

extension ArticleService {
    /// Suspends writing to the index, and returns when no process writes any more.
    ///
    /// Indexing runs, in this process and in others, end at their next batch and commit what they have. Operations on a
    /// whole generation finish first.
    ///
    /// - Parameter progress: receives the process that it waits for.
    /// - Returns: the state of writing.
    /// - Throws: `ProtocolError`; `CancellationError`, and writing is then suspended nevertheless.
    package func suspend(
        progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
    ) async throws -> SuspensionResult {
        do {
            let hasChanged = try folder.suspend()
            var hasTold = false
            while let holder = try writerNow() {
                if !hasTold { progress(IndexingProgress(articles: 0, inputBytes: 0, waitsFor: holder)) }
                hasTold = true
                try await Task.sleep(for: .milliseconds(20))
            }
            return SuspensionResult(isSuspended: true, hasChanged: hasChanged)
        } catch let error as IndexError {
            throw ProtocolError(error)
        }
    }

    /// Resumes writing to the index.
    ///
    /// - Returns: the state of writing.
    /// - Throws: `ProtocolError`.
    package func resume() throws -> SuspensionResult {
        do {
            return SuspensionResult(isSuspended: false, hasChanged: try folder.resume())
        } catch {
            throw ProtocolError(error)
        }
    }

    /// The process that is writing now, or nil.
    private func writerNow() throws(IndexError) -> String? {
        do {
            _ = try WriteLock(folder: folder, purpose: "tracuu suspend")
            return nil
        } catch {
            guard case .locked(_, let holder) = error else { throw error }
            return holder
        }
    }

    /// Whether the index is being written, and why not.
    func indexingStatus() async -> IndexingStatus {
        do {
            try folder.checkIsNotSuspended()
        } catch {
            return IndexingStatus(.suspended, reason: error.description)
        }
        if let trouble = await writing.trouble { return IndexingStatus(.stopped, reason: trouble.description) }
        return IndexingStatus(await writing.isLent ? .running : .idle)
    }
}
