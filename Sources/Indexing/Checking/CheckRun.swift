import Glibc
import IndexStorage
import Xapian

/// Runs the stages of a check in this process.
///
/// A stage reads one revision. If two commits invalidate it, the stage starts an article again at the newest one, or
/// has to be run again as a whole.
struct CheckRun {
    /// The maximum number of problems that a stage describes; the rest are only counted.
    static let mostProblems = 100

    /// The folder of the generation.
    let path: String
    /// Is called with every event as it happens.
    let report: (CheckEvent) -> Void

    /// Runs a stage to its end.
    func run(_ stage: CheckStage) {
        let generation = Generation(path: path)
        var before: UInt64?
        do throws(XapianError) {
            before = try Database(path: generation.livePath).revision
            var found: [String] = []
            for path in generation.databasePaths { found += try problems(stage, of: path) }
            switch stage {
            case .tables:
                if try !Database(path: generation.livePath).hasTermLists {
                    found.append("live: table termlist: it is gone\(CheckStage.recovery)")
                }
                // Commits during Xapian's check look like damage to it.
                if !found.isEmpty, try Database(path: generation.livePath).revision != before {
                    return report(.snapshotExpired)
                }
            case .articles, .terms:
                // Checks that the databases belong together, and that the tombstones of the sealed one are readable.
                _ = try generation.open()
            case .postings: break
            }
            tell(found)
            report(.finished)
        } catch {
            if error.kind == .databaseModified, hasMoved(since: before) || isBeingWritten {
                return report(.snapshotExpired)
            }
            // A disk that fails is no place for a new index.
            let isOfDisk = error.message.contains(String(cString: strerror(EIO)))
            let recovery =
                isOfDisk ? "; check the disk, and copy the index from it while that works" : CheckStage.recovery
            report(.problem("\(path): \(error.message)\(recovery)"))
            report(.finished)
        }
    }

    private func problems(_ stage: CheckStage, of path: String) throws(XapianError) -> [String] {
        switch stage {
        case .tables: return try TableCheck(path: path).problems()
        case .articles: return try ArticleCheck(path: path, comparesTerms: false).problems(progress)
        case .terms: return try ArticleCheck(path: path, comparesTerms: true).problems(progress)
        case .postings:
            var check = try PostingCheck(path: path)
            return try check.problems(progress)
        }
    }

    private func tell(_ problems: [String]) {
        for problem in problems.prefix(Self.mostProblems) { report(.problem(problem)) }
        let rest = problems.count - Self.mostProblems
        if rest > 0 { report(.problem("and \(rest) more like these\(CheckStage.recovery)")) }
    }

    private func progress(_ done: Int, _ total: Int) { report(.progress(done: done, total: total)) }

    /// Returns whether there were commits since a revision, even if the last one ended before this call.
    private func hasMoved(since revision: UInt64?) -> Bool {
        guard let revision, let newest = try? Database(path: Generation(path: path).livePath).revision else {
            return false
        }
        return newest != revision
    }

    /// Whether the index is being written; if it is not, what looks like a later commit is a damaged block.
    private var isBeingWritten: Bool {
        guard let database = try? Database(path: Generation(path: path).livePath), let revision = try? database.revision
        else { return false }
        for _ in 0..<20 {
            usleep(25_000)
            if (try? database.reopen()) == true, let newest = try? database.revision, newest != revision { return true }
        }
        return (try? database.isLocked) ?? false
    }
}
