package import IndexStorage
import Xapian
import XapianGlass

extension ArticleWriter {
    /// Whether the index holds no article.
    ///
    /// - Throws: `IndexError`.
    package func isEmpty() throws(IndexError) -> Bool {
        try writing { generation throws(XapianError) in try generation.articles == 0 }
    }

    /// Fills an index that holds nothing at one go; runs that share the writer wait meanwhile.
    ///
    /// The articles make the sealed database of a new generation, which takes the place of the empty one when it is whole and on
    /// the disk. Until then the index stays as it is, also where the process is killed.
    ///
    /// - Parameters:
    ///   - writesTables: whether Xapian's tables may be written without libxapian.
    ///   - fill: puts the articles in, on the writer's thread.
    ///   - merging: told now and then how much of what follows is done, from 0 to 1.
    /// - Returns: what became of the articles; nil, and `fill` is not called, where the index does hold something or they may not.
    /// - Throws: `IndexError`; then the index is as it was.
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
    /// Makes a generation whose sealed database is loaded, with a live one that is empty, and switches to it.
    ///
    /// - Parameters:
    ///   - folder: the index, whose write lock is held and whose databases are closed.
    ///   - revision: the last revision of the generation before; 0 where there is none.
    ///   - load: puts the articles in, and finishes the load to the folder that it is told.
    /// - Returns: what `load` gives.
    /// - Throws: `IndexError`; then the index is as it was.
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
