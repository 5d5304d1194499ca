import Glibc

/// The absolute form of a path, relative to the working folder, with `.` and doubled slashes removed.
///
/// Symbolic links stay as they are, so that an archive keeps the name it was given. Only a path with `..` in it is
/// resolved, since the meaning of `..` depends on the links before it. Where nothing exists at the path, `..` removes
/// the component before it.
package func absolutePath(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let folder = path.hasPrefix("/") ? [] : workingFolder().split(separator: "/")
    guard parts.contains("..") else { return "/" + (folder + parts).joined(separator: "/") }
    if let resolved = realpath(path, nil) {
        defer { free(resolved) }
        return String(cString: resolved)
    }
    let kept = (folder + parts).reduce(into: [Substring]()) { kept, part in
        if part == ".." { _ = kept.popLast() } else { kept.append(part) }
    }
    return "/" + kept.joined(separator: "/")
}

private func workingFolder() -> String {
    guard let current = getcwd(nil, 0) else { return "" }
    defer { free(current) }
    return String(cString: current)
}
