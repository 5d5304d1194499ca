import Foundation
import IndexStorage
import JSON
package import SearchProtocol

/// The failures of the last indexing of each folder or file, stored in the index folder.
///
/// It is bounded, so that an archive of only bad files does not fill the disk.
struct FailureList {
    /// The maximum number of failures kept.
    static let most = 1_000
    /// The maximum number of characters kept of a reason.
    private static let longestReason = 500
    /// The maximum size of the file in bytes, more than any list written here has.
    private static let mostBytes = 16 << 20

    private(set) var result: FailedResult

    /// Reads the list; an unreadable one counts as empty, because the next indexing finds the failures again.
    init(of folder: IndexFolder) {
        let file = FileHandle(forReadingAtPath: folder.failuresPath)
        let bytes = [UInt8]((try? file?.read(upToCount: FailureList.mostBytes)) ?? Data())
        let json = try? JSONValue(parsing: bytes)
        result = json.flatMap { try? FailedResult(json: $0) } ?? FailedResult()
    }

    /// Replaces the failures of some files and folders with those of a new run over them.
    ///
    /// - Parameters:
    ///   - failures: the run's failures.
    ///   - paths: the absolute paths that it was given, all of which it has processed.
    mutating func replace(with failures: [IndexFailure], under paths: [String]) {
        let folders = paths.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
        let rest = result.failed.filter { failure in
            guard let path = failure.path else { return false }
            return !folders.contains { (path + "/").hasPrefix($0) }
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
        let temporary = folder.failuresPath + ".new"
        guard result != FailedResult() || access(folder.failuresPath, F_OK) == 0 else { return true }
        guard (try? Data(result.json).write(to: URL(filePath: temporary))) != nil,
            chmod(temporary, folder.permissions.files) == 0, rename(temporary, folder.failuresPath) == 0
        else {
            unlink(temporary)
            return false
        }
        return true
    }
}

extension ArticleService {
    /// What could not be indexed last time.
    package var failed: FailedResult { FailureList(of: folder).result }
}
