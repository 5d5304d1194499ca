package import IndexStorage
import Xapian
import XapianGlass

extension ArticleWriter {
    /// Returns whether the index has no articles.
    ///
    /// - Throws: `IndexError`.
    package func isEmpty() throws(IndexError) -> Bool {
        try writing { generation throws(XapianError) in try generation.articles == 0 }
    }

    /// Fills an empty index in one pass; runs that share the writer wait meanwhile.
    ///
    /// The articles make up the sealed database of a new generation, which replaces the empty one when it is complete
    /// and durable. Until then the index stays unchanged, even if the process is killed.
    ///
    /// - Parameters:
    ///   - writesTables: whether Xapian's tables may be written without libxapian.
    ///   - fill: adds the articles, on the writer's thread.
    ///   - merging: is called from time to time with the share of the remaining work done, from 0 to 1.
    /// - Returns: the outcome for the articles; nil, without a call of `fill`, if the index is not empty or tables may
    ///   not be written.
    /// - Throws: `IndexError`; the index is unchanged in this case.
    package func load(
        writesTables: Bool = DirectTables.areTested, _ fill: (BulkLoad) throws -> Void, merging: (Double) -> Void
    ) throws(IndexError) -> BulkLoad.Outcome? {
        guard writesTables, try isEmpty() else { return nil }
        let outcome = try atRest { folder throws(IndexError) in
            let last = try folder.lastRevision()
            return try BulkLoad.makeGeneration(of: folder, after: last) { (load, path) throws(IndexError) in
                do {
                    try fill(load)
                    return try load.finish(to: path, metadata: SchemaVersion.metadata) { share in
                        merging(share)
                        return true
                    }
                } catch let error as IndexError {
                    throw error
                } catch let error as XapianError {
                    throw IndexError(error, path: folder.path)
                } catch {
                    throw IndexError.fileSystem(path: folder.path, reason: String(describing: error))
                }
            }
        }
        invalidateSeenFiles()
        return outcome
    }
}

extension BulkLoad {
    /// Makes a generation with a loaded sealed database and an empty live one, and switches to it.
    ///
    /// - Parameters:
    ///   - folder: the index, whose write lock is held and whose databases are closed.
    ///   - revision: the last revision of the previous generation; 0 if there is none.
    ///   - load: adds the articles, and finishes the load in the folder that it is given.
    /// - Returns: what `load` returns.
    /// - Throws: `IndexError`; the index is unchanged in this case.
    static func makeGeneration<Result>(
        of folder: IndexFolder, after revision: Int,
        _ load: (BulkLoad, _ path: String) throws(IndexError) -> Result
    ) throws(IndexError) -> Result {
        try folder.replaceGeneration { new throws(IndexError) in
            let begun: BulkLoad
            do throws(XapianError) {
                begun = try BulkLoad(scratch: new.path + "/loading")
            } catch {
                throw IndexError(error, path: folder.path)
            }
            let result = try load(begun, new.sealedPath)
            begun.removeScratch()
            let live = try new.makeLive(after: revision, of: folder)
            do throws(XapianError) {
                try live.close()
            } catch {
                throw IndexError(error, path: folder.path)
            }
            return result
        }.result
    }
}
