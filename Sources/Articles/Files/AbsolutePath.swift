import Glibc

/// The absolute form of a path, seen from the working folder, with `.` and doubled slashes taken out.
///
/// Symbolic links stay as they are, so that an archive keeps the name it was given; only a path with `..` in it is
/// resolved, where it exists, since what `..` means depends on the links before it.
func absolutePath(_ path: String) -> String {
    let parts = path.split(separator: "/")
    if parts.contains(".."), let resolved = realpath(path, nil) {
        defer { free(resolved) }
        return String(cString: resolved)
    }
    let kept = parts.filter { $0 != "." }.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + kept }
    guard let current = getcwd(nil, 0) else { return kept }
    defer { free(current) }
    let folder = String(cString: current)
    if kept.isEmpty { return folder }
    return folder == "/" ? "/" + kept : folder + "/" + kept
}
