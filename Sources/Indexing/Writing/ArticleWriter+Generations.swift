import FaultNotice
package import IndexStorage
import Xapian

/// Work on whole generations, between two steps of the runs that share the writer.
extension ArticleWriter {
    /// Rewrites the index in less space, switches to the new files and deletes the old ones.
    ///
    /// - Returns: the result.
    /// - Throws: `IndexError`; the index is unchanged in this case.
    package func compact() throws(IndexError) -> Compaction.Outcome {
        let (outcome, renumbering) = try atRest { folder throws(IndexError) in
            try Compaction.replaceGeneration(of: folder)
        }
        renumber(renumbering)
        return outcome
    }

    /// Rebuilds the index from the articles that it stores.
    ///
    /// - Parameters:
    ///   - timeZoneOffset: the archive's time zone, to which moments are brought; nil to leave them in theirs.
    ///   - progress: is called from time to time with the number of articles done and their total.
    ///   - lost: is called for each article that could not be read, with what is known of it: its id, its file or its
    ///     number.
    ///   - note: is called with what else the caller has to know, in one line.
    /// - Returns: the number of articles in the index, and the number that could not be read.
    /// - Throws: `IndexError`; the index is unchanged in this case.
    package func rebuild(
        timeZoneOffset: Int? = nil, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
        lost: (String) -> Void = { _ in }, note: (String) -> Void = { _ in }
    ) throws(IndexError) -> (articles: Int, lost: Int) {
        let outcome = try atRest { folder throws(IndexError) in
            try FaultNotice.during(IndexFolder.rebuildActivity) { () throws(IndexError) in
                try Rebuild.replaceGeneration(
                    of: folder, timeZoneOffset: timeZoneOffset, note: note, progress: progress, lost: lost)
            }
        }
        renumber(outcome.renumbering)
        return (outcome.articles, outcome.lost)
    }

    /// Copies the index in its current state.
    ///
    /// - Parameter destination: the folder that becomes the copy; it does not exist yet, or is empty.
    /// - Returns: a description of the copy.
    /// - Throws: `IndexError`; nothing is left at the destination in this case.
    package func backUp(to destination: String) throws(IndexError) -> Backup.Outcome {
        try atRest { folder throws(IndexError) in try Backup.write(folder, to: destination) }
    }

    /// Replaces this index by a copy of an index.
    ///
    /// - Parameter source: the folder of the copy, which is not changed.
    /// - Returns: a description of the copy.
    /// - Throws: `IndexError`; the index is unchanged in this case.
    package func restore(from source: String) throws(IndexError) -> Backup.Outcome {
        let outcome = try atRest { folder throws(IndexError) in try Backup.restore(folder, from: source) }
        invalidateSeenFiles()
        return outcome
    }
}
