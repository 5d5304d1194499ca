import Foundation
import IndexStorage
import JSON
package import SearchProtocol

/// What could not be indexed when each folder or file was indexed last, kept in the index's folder.
///
/// It is bounded, so that an archive of nothing but bad files does not fill the disk.
struct FailureList {
    /// How many failures are kept.
    static let most = 1_000
    /// How many letters of a reason are kept.
    private static let longestReason = 500
    /// More bytes than a list of ours has.
    private static let mostBytes = 16 << 20

    private(set) var result: FailedResult

    /// The list as it stands; an unreadable one counts as empty, as it says nothing that indexing does not find out again.
    init(of folder: IndexFolder) {
        let file = FileHandle(forReadingAtPath: folder.failuresPath)
        let bytes = [UInt8]((try? file?.read(upToCount: FailureList.mostBytes)) ?? Data())
        let json = try? JSONValue(parsing: bytes)
        result = json.flatMap { try? FailedResult(json: $0) } ?? FailedResult()
    }

    /// Notes what a run over some files and folders could not index, in the place of what was known of them.
    ///
    /// - Parameters:
    ///   - failures: the run's failures.
    ///   - paths: the absolute paths that it was to index, all of which it has been through.
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

    /// Writes the list down, for whoever holds the write lock; false where that failed, as on a full disk.
    @discardableResult
    func write(to folder: IndexFolder) -> Bool {
        let temporary = folder.failuresPath + ".new"
        guard result != FailedResult() || access(folder.failuresPath, F_OK) == 0 else { return true }
        guard (try? Data(result.json).write(to: URL(filePath: temporary))) != nil,
            chmod(temporary, 0o600) == 0, rename(temporary, folder.failuresPath) == 0
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
