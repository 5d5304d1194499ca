package import IndexStorage
import Xapian

/// Work on whole generations, between two steps of the runs that share the writer.
extension ArticleWriter {
    /// Writes the index anew in less space, switches to that and deletes the old files.
    ///
    /// - Returns: what came of it.
    /// - Throws: `IndexError`; then the index is as it was.
    package func compact() throws(IndexError) -> Compaction.Outcome {
        let (outcome, renumbering) = try atRest { folder throws(IndexError) in
            try Compaction.replaceGeneration(of: folder)
        }
        renumber(renumbering)
        return outcome
    }

    /// Makes the index anew from the articles that it stores.
    ///
    /// - Parameters:
    ///   - progress: told now and then how many articles are done, of how many.
    ///   - lost: told of each article that could not be read, by what is known of it: its id, its file or its number.
    /// - Returns: how many articles it holds, and how many could not be read.
    /// - Throws: `IndexError`; then the index is as it was.
    package func rebuild(
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }, lost: (String) -> Void = { _ in }
    ) throws(IndexError) -> (articles: Int, lost: Int) {
        let outcome = try atRest { folder throws(IndexError) in
            try Rebuild.replaceGeneration(of: folder, progress: progress, lost: lost)
        }
        renumber(outcome.renumbering)
        return (outcome.articles, outcome.lost)
    }

    /// Copies the index as it stands now.
    ///
    /// - Parameter destination: the folder that becomes the copy: it does not exist yet, or is empty.
    /// - Returns: what was copied.
    /// - Throws: `IndexError`; then nothing is left at the destination.
    package func backUp(to destination: String) throws(IndexError) -> Backup.Outcome {
        try atRest { folder throws(IndexError) in try Backup.write(folder, to: destination) }
    }

    /// Puts a copy of an index in the place of this one.
    ///
    /// - Parameter source: the folder of the copy, which stays as it is.
    /// - Returns: what was copied.
    /// - Throws: `IndexError`; then the index is as it was.
    package func restore(from source: String) throws(IndexError) -> Backup.Outcome {
        let outcome = try atRest { folder throws(IndexError) in try Backup.restore(folder, from: source) }
        invalidateSeenFiles()
        return outcome
    }
}
