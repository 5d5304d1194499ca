package import IndexStorage
import Xapian

/// Decides which of the files below some folders are gone, after a walk through them.
package struct MissingFiles: Sendable {
    /// The paths of the folders that were walked through to the end.
    let folders: [String]
    /// The paths that were met.
    let met: MetPaths
    /// Whether a path that was not met is gone, rather than left out by the walk or out of its reach.
    let isGone: @Sendable (String) -> Bool

    /// Creates a description of the files that a walk has not met.
    ///
    /// - Parameters:
    ///   - folders: the paths of the folders that were walked through to the end.
    ///   - met: the paths that were met.
    ///   - isGone: whether a path that was not met is gone, rather than left out by the walk or out of its reach.
    package init(below folders: [String], met: MetPaths, isGone: @escaping @Sendable (String) -> Bool) {
        (self.folders, self.met, self.isGone) = (folders, met, isGone)
    }
}

extension ArticleWriter {
    /// Removes the articles of missing files, and returns their number.
    ///
    /// The terms of paths below the folders are read, one for each file and folder in the index; no article is. So it
    /// takes time in proportion to the files below the folders and the articles removed, not to the size of the index.
    /// Of a path too long for a term, of which the term has only the beginning and a hash, one article is read.
    ///
    /// - Throws: `IndexError`.
    package func remove(_ missing: MissingFiles) throws(IndexError) -> Int {
        try writing { generation throws(XapianError) in
            var removed = 0
            for folder in missing.folders { removed += try generation.remove(missing, below: folder) }
            return removed
        }
    }

    /// Returns whether there are articles of a file or of the files in a folder.
    ///
    /// - Throws: `IndexError`.
    package func hasArticles(below path: String) throws(IndexError) -> Bool {
        try writing { generation throws(XapianError) in try generation.hasArticles(below: path) }
    }
}

extension GenerationWriter {
    /// The number of terms read at a time.
    private static let pageSize = 1_000

    /// Returns whether there are articles of a file or of the files in a folder.
    func hasArticles(below path: String) throws(XapianError) -> Bool {
        let term = TermPrefix.path.term(path)
        if try database.contains(term) { return true }
        return try sealed?.documents(with: term).contains { !tombstones.contains($0) } ?? false
    }

    /// Removes the articles of the missing files below one of the folders, and returns their number.
    func remove(_ missing: MissingFiles, below folder: String) throws(XapianError) -> Int {
        let start = folder == "/" ? folder : folder + "/"
        var removed = 0
        for beginning in TermPrefix.path.beginnings(of: Array(start.utf8)).terms {
            for table in [database as Database, sealed].compactMap({ $0 }) {
                var last: [UInt8] = []
                while true {
                    let page = try table.terms(withPrefix: beginning, after: last, limit: GenerationWriter.pageSize)
                    guard let end = page.last?.term else { break }
                    for entry in page where !missing.met.contains(term: entry.term) {
                        // A folder that is gone takes with it what is below; the file terms that follow find nothing.
                        guard let path = try path(of: entry.term, in: table), path.utf8.starts(with: start.utf8),
                            missing.isGone(path)
                        else { continue }
                        removed += try removeAll(with: entry.term)
                    }
                    last = end
                }
            }
        }
        return removed
    }

    /// Returns the path of a term; nil if it can only be read from an article, and there is none.
    private func path(of term: [UInt8], in table: Database) throws(XapianError) -> String? {
        if let value = TermPrefix.path.value(of: term) { return String(validating: value, as: UTF8.self) }
        guard let document = try table.firstDocument(with: term),
            let path = try table.articleIfPresent(document, reading: .head)?.location?.path
        else { return nil }
        return ArticleEncoder.pathAndFolders(path).first { TermPrefix.path.term($0) == term }
    }
}
