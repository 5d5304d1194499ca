import Glibc

/// A path after all its symbolic links: the name that all paths to a file or folder have in common.
///
/// Hard links are files of their own.
package struct ResolvedPath: Hashable, Sendable {
    /// A symbolic link whose target does not exist.
    package struct DanglingLink: Hashable, Sendable {
        /// The link's own path.
        package let path: String
        /// The absolute path that it leads to.
        package let target: String
    }

    /// The absolute path; as much of it as can be reached is without symbolic links.
    package let path: String
    /// The first link on the way that leads nowhere, or nil.
    package let danglingLink: DanglingLink?

    /// Resolves a path, which need not exist.
    ///
    /// What does not exist is kept as it is named, as is what cannot be reached for another reason, or leads to a name that
    /// is not UTF-8: whoever uses the path gets the error.
    ///
    /// - Parameter path: an absolute path.
    package init(_ path: String) {
        self.init(path, linksLeft: 40)
    }

    /// Resolves a path, following as many links to nowhere as Linux follows links.
    private init(_ path: String, linksLeft: Int) {
        var isMissing = false
        do throws(PathError) {
            if let resolved = try ResolvedPath.ofExisting(path) {
                (self.path, danglingLink) = (resolved, nil)
                return
            }
            isMissing = true
        } catch {}
        guard path != "/", let slash = path.lastIndex(of: "/") else {
            (self.path, danglingLink) = (path, nil)
            return
        }
        let name = path[path.index(after: slash)...]
        let parent = ResolvedPath(slash == path.startIndex ? "/" : String(path[..<slash]), linksLeft: linksLeft)
        let own = (parent.path == "/" ? "" : parent.path) + "/" + name
        self.path = own
        let target = isMissing && parent.danglingLink == nil && linksLeft > 0 ? ResolvedPath.target(ofLink: own) : nil
        if let target {
            let absolute = target.hasPrefix("/") ? target : parent.path + "/" + target
            danglingLink = DanglingLink(path: own, target: ResolvedPath(absolute, linksLeft: linksLeft - 1).path)
        } else {
            danglingLink = parent.danglingLink
        }
    }

    /// Returns the path of something that exists, without symbolic links.
    ///
    /// - Parameter path: the path; a relative one is taken from the working folder.
    /// - Returns: the absolute path, or nil where nothing exists.
    /// - Throws: `PathError` where it cannot be reached for another reason, or a name in it is not UTF-8.
    package static func ofExisting(_ path: String) throws(PathError) -> String? {
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

    /// Returns what a symbolic link contains, or nil if the path is not one.
    private static func target(ofLink path: String) -> String? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = readlink(path, &bytes, bytes.count - 1)
        guard length > 0 else { return nil }
        return String(decoding: bytes[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
