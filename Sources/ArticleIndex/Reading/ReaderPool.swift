/// A fixed number of readers, each lent to one operation at a time; the others wait their turn.
package actor ReaderPool {
    /// Every reader, lent or not.
    package nonisolated let all: [ArticleReader]
    private var idle: [ArticleReader]
    private var waiting: [CheckedContinuation<ArticleReader, Never>] = []

    /// A pool of readers of one index.
    ///
    /// - Parameters:
    ///   - folder: the index.
    ///   - count: how many readers, at least one; as many as the machine has cores serves best.
    package init(folder: IndexFolder, count: Int) {
        let lexicon = SharedLexicon()
        all = (0..<max(1, count)).map { _ in ArticleReader(folder: folder, lexicon: lexicon) }
        idle = all
    }

    /// Lends a reader to an operation as soon as one is free, in the order of asking.
    package nonisolated func withReader<Result: Sendable>(
        _ body: @Sendable (ArticleReader) async throws -> Result
    ) async rethrows -> Result {
        let reader = await take()
        do {
            let result = try await body(reader)
            await giveBack(reader)
            return result
        } catch {
            await giveBack(reader)
            throw error
        }
    }

    private func take() async -> ArticleReader {
        // The reader used last has the warmest caches.
        if let reader = idle.popLast() { return reader }
        return await withCheckedContinuation { waiting.append($0) }
    }

    private func giveBack(_ reader: ArticleReader) {
        if waiting.isEmpty { idle.append(reader) } else { waiting.removeFirst().resume(returning: reader) }
    }
}
