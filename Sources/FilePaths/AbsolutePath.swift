import Glibc

/// The absolute form of a path, relative to the working folder, with `.` and doubled slashes removed.
///
/// Symbolic links stay as they are. Only a path with `..` in it is resolved, since the meaning of `..` depends on the
/// links before it. Where nothing exists at the path, `..` removes the component before it.
///
/// - Parameter path: the path.
/// - Returns: the absolute path.
/// - Throws: `PathError` for a relative path where the working folder has no usable name, and for a path with `..` that
///   cannot be reached or leads to a name that is not UTF-8.
package func absolutePath(_ path: String) throws(PathError) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let folder = path.hasPrefix("/") ? [] : try workingFolder(for: path).split(separator: "/")
    guard parts.contains("..") else { return "/" + (folder + parts).joined(separator: "/") }
    if let resolved = try ResolvedPath.ofExisting(path) { return resolved }
    let kept = (folder + parts).reduce(into: [Substring]()) { kept, part in
        if part == ".." { _ = kept.popLast() } else { kept.append(part) }
    }
    return "/" + kept.joined(separator: "/")
}

private func workingFolder(for path: String) throws(PathError) -> String {
    guard let current = getcwd(nil, 0) else {
        let reason =
            errno == ENOENT
            ? "is relative to a working folder that was deleted: change to one that exists, or give an absolute path"
            : "is relative to a working folder that cannot be named: \(String(cString: strerror(errno)))"
        throw PathError(path: path, reason: reason)
    }
    defer { free(current) }
    guard let folder = String(validatingCString: current) else {
        throw PathError(
            path: path,
            reason: "is relative to a working folder whose path is not UTF-8: rename what is not UTF-8 in it")
    }
    return folder
}
