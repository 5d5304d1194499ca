import Glibc

/// The path at which a file or folder is found without symbolic links: the name that all paths to it have in common.
///
/// Hard links are files of their own.
///
/// - Parameter path: the path; a relative one is taken from the working folder.
/// - Returns: the absolute path, or nil where nothing exists.
/// - Throws: `PathError` where it cannot be reached for another reason, or a name in it is not UTF-8.
package func resolvedPath(_ path: String) throws(PathError) -> String? {
    guard let resolved = realpath(path, nil) else {
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw PathError(path: path, reason: "cannot be reached: \(String(cString: strerror(errno)))")
    }
    defer { free(resolved) }
    guard let text = String(validatingCString: resolved) else {
        throw PathError(path: path, reason: PathError.notUTF8)
    }
    return text
}

/// The path that a file had, or would have, without symbolic links: as much of it as exists is resolved.
///
/// - Parameter path: an absolute path.
/// - Returns: the path; unchanged where a name in it is not UTF-8.
package func canonicalPath(_ path: String) -> String {
    var place = path[...]
    while true {
        if let resolved = try? resolvedPath(String(place)) {
            let rest = path[place.endIndex...].drop { $0 == "/" }
            if rest.isEmpty { return resolved }
            return resolved == "/" ? "/" + rest : resolved + "/" + rest
        }
        guard place != "/", let slash = place.lastIndex(of: "/") else { return path }
        place = slash == place.startIndex ? path[...slash] : path[..<slash]
    }
}

/// Whether a path is a folder's or is below it; both are absolute.
package func isPath(_ path: String, atOrBelow folder: String) -> Bool {
    let (path, folder) = (path.utf8, folder.utf8)
    guard path.starts(with: folder) else { return false }
    return path.count == folder.count || folder.last == UInt8(ascii: "/")
        || path.dropFirst(folder.count).first == UInt8(ascii: "/")
}
