/// Whether a path is a folder's or is below it; both are absolute.
package func isPath(_ path: String, atOrBelow folder: String) -> Bool {
    let (path, folder) = (path.utf8, folder.utf8)
    guard path.starts(with: folder) else { return false }
    return path.count == folder.count || folder.last == UInt8(ascii: "/")
        || path.dropFirst(folder.count).first == UInt8(ascii: "/")
}
