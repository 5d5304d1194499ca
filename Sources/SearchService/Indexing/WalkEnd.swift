import Articles
import FilePaths
import IndexStorage
import Indexing
import SearchProtocol

/// The end of a walk through folders: what it has not met is taken out of the index, and what it saw is recorded.
struct WalkEnd {
    let walked: WalkedFolders
    let met: MetPaths

    /// Removes the articles of files that are gone from folders that were walked through to the end.
    ///
    /// Nothing below a folder is removed where part of it could not be read, where its file system may not be mounted,
    /// or where a file still exists that the walk leaves out, such as a hidden one that was named.
    ///
    /// - Parameters:
    ///   - writer: the index's writer.
    ///   - result: receives the number of articles removed, and the folders whose articles stay.
    /// - Throws: `IndexError`.
    func removeMissing(by writer: ArticleWriter, _ result: inout IndexResult) async throws {
        let record = WalkRecord(of: writer.folder)
        let empty = record.emptyMountPoints(in: walked, met: met)
        for path in empty where try await writer.hasArticles(below: path) {
            result.failed.append(
                IndexFailure(
                    path: path,
                    reason: "holds no file, perhaps because its file system is not mounted, and its articles stay: "
                        + "mount it, or take them out with tracuu remove"))
        }
        let whole = walked.folders.filter(\.isWhole)
        let unknown = whole.map(\.path).filter { !record.knows($0) }
        let (kept, met) = (empty + walked.unknown, met)
        let missing = MissingFiles(below: whole.flatMap { [$0.path] + [$0.otherName].compactMap { $0 } }, met: met) {
            path in
            // Articles from before links were resolved may have another name of the folder in their path.
            let place = ResolvedPath(path).path
            if kept.contains(where: { isPath(place, atOrBelow: $0) || isPath($0, atOrBelow: place) }) { return false }
            do throws(PathError) {
                // The file exists, unless this path of it leads through a link.
                if let resolved = try ResolvedPath.ofExisting(path) { return !resolved.utf8.elementsEqual(path.utf8) }
            } catch {
                return false
            }
            // Of a folder that is walked for the first time it is not known whether it was ever a mount point.
            let isUnknown = unknown.contains { isPath(place, atOrBelow: $0) }
            return !isUnknown || met.contains(WalkEnd.existingFolder(above: place))
        }
        result.removed += try await writer.remove(missing)
    }

    /// Records what was met and what is mounted, under the write lock.
    func record(in folder: IndexFolder) {
        let before = WalkRecord(of: folder)
        var record = before
        record.add(walked, met: met)
        if record != before { record.write(to: folder) }
    }

    private static func existingFolder(above path: String) -> String {
        var place = path[...]
        while let slash = place.lastIndex(of: "/"), slash > place.startIndex {
            place = place[..<slash]
            if (try? ResolvedPath.ofExisting(String(place))) != nil { break }
        }
        return String(place)
    }
}
