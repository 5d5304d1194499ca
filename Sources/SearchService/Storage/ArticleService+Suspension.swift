import IndexStorage
package import SearchProtocol

extension ArticleService {
    /// Has nobody write to the index any more, and answers when nobody does.
    ///
    /// Runs of indexing, of this process and of others, end at their next batch and commit what they have. What works on a whole
    /// generation comes to its end.
    ///
    /// - Parameter progress: told whom it waits for.
    /// - Returns: how writing stands now.
    /// - Throws: `ProtocolError`; `CancellationError`, and then writing is suspended all the same.
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

    /// Lets the index be written again.
    ///
    /// - Returns: how writing stands now.
    /// - Throws: `ProtocolError`.
    package func resume() throws -> SuspensionResult {
        do {
            return SuspensionResult(isSuspended: false, hasChanged: try folder.resume())
        } catch {
            throw ProtocolError(error)
        }
    }

    /// Who writes at this moment, or nil.
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
