import FilePaths
import Glibc
import IndexStorage
package import SearchProtocol

/// The failures of the last indexing of each folder or file, stored in the index folder.
///
/// It is bounded, so that an archive of only bad files does not fill the disk.
struct FailureList {
    /// The maximum number of failures kept.
    static let most = 1_000
    /// The maximum number of characters kept of a reason.
    private static let longestReason = 500

    private(set) var result: FailedResult

    /// Reads the list; an unreadable one counts as empty, because the next indexing finds the failures again.
    init(of folder: IndexFolder) {
        result = StateFile(path: folder.failuresPath, in: folder).read(FailedResult.self) ?? FailedResult()
    }

    /// Replaces the failures of some files and folders with those of a new run over them.
    ///
    /// - Parameters:
    ///   - failures: the run's failures.
    ///   - paths: the absolute paths that it was given, all of which it has processed.
    mutating func replace(with failures: [IndexFailure], under paths: [String]) {
        let rest = result.failed.filter { failure in
            guard let path = failure.path else { return false }
            return !paths.contains { isPath(path, atOrBelow: $0) }
        }
        let all = rest + failures
        // The latest ones are kept.
        result.failed = all.suffix(FailureList.most).map { failure in
            var failure = failure
            failure.reason = String(failure.reason.prefix(FailureList.longestReason))
            return failure
        }
        result.omitted = all.count - result.failed.count
    }

    /// Writes the list under the caller's write lock; returns false where that failed, as on a full disk.
    @discardableResult
    func write(to folder: IndexFolder) -> Bool {
        guard result != FailedResult() || access(folder.failuresPath, F_OK) == 0 else { return true }
        return StateFile(path: folder.failuresPath, in: folder).write(result)
    }
}

extension ArticleService {
    /// What could not be indexed last time.
    package var failed: FailedResult { FailureList(of: folder).result }
}
