import Glibc

/// The absolute form of a path, with every symbolic link in it resolved.
///
/// Where nothing exists at the path, the part that exists is resolved and the rest is kept. A path whose resolved form is not
/// UTF-8 is only made absolute.
package func canonicalPath(_ path: String) -> String {
    let path = absolutePath(path)
    var existing = path[...]
    while true {
        if let resolved = realpath(String(existing.isEmpty ? "/" : existing), nil) {
            defer { free(resolved) }
            guard let folder = String(validatingCString: resolved) else { return path }
            let rest = path[existing.endIndex...]
            return folder == "/" && !rest.isEmpty ? String(rest) : folder + rest
        }
        guard let slash = existing.lastIndex(of: "/") else { return path }
        existing = existing[..<slash]
    }
}

/// Whether two paths name the same folder, be it by another name through symbolic links or mounts.
package func areSameFolder(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    var (one, other) = (stat(), stat())
    let (isOne, isOther) = (stat(first, &one) == 0, stat(second, &other) == 0)
    if isOne && isOther { return one.st_dev == other.st_dev && one.st_ino == other.st_ino }
    return isOne == isOther && canonicalPath(first) == canonicalPath(second)
}
