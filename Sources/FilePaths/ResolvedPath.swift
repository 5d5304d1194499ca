import Glibc

/// A path after all its symbolic links, so that files can be replaced behind a link and the link stays.
package struct ResolvedPath: Hashable, Sendable {
    /// A symbolic link whose target does not exist.
    package struct DanglingLink: Hashable, Sendable {
        /// The link's own path.
        package let path: String
        /// The absolute path that it leads to.
        package let target: String
    }

    /// The absolute path without symbolic links, up to a dangling one if there is one.
    package let path: String
    /// The first link on the way that leads nowhere, or nil.
    package let danglingLink: DanglingLink?

    /// Resolves a path, which need not exist.
    ///
    /// What does not exist is kept as it is named. A folder that cannot be looked into ends the resolving: whoever uses
    /// the path gets the error.
    ///
    /// - Parameter path: an absolute path.
    package init(_ path: String) {
        self.init(path, linksLeft: 40)
    }

    /// Resolves a path, following as many links to nowhere as Linux follows links.
    private init(_ path: String, linksLeft: Int) {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            self.path = String(cString: resolved)
            danglingLink = nil
            return
        }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), path != "/" else {
            self.path = path
            danglingLink = nil
            return
        }
        let name = path[path.index(after: slash)...]
        let parent = ResolvedPath(slash == path.startIndex ? "/" : String(path[..<slash]), linksLeft: linksLeft)
        let own = (parent.path == "/" ? "" : parent.path) + "/" + name
        self.path = own
        if parent.danglingLink == nil, linksLeft > 0, let target = ResolvedPath.target(ofLink: own) {
            let absolute = target.hasPrefix("/") ? target : parent.path + "/" + target
            danglingLink = DanglingLink(path: own, target: ResolvedPath(absolute, linksLeft: linksLeft - 1).path)
        } else {
            danglingLink = parent.danglingLink
        }
    }

    /// Returns what a symbolic link contains, or nil if the path is not one.
    private static func target(ofLink path: String) -> String? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = readlink(path, &bytes, bytes.count - 1)
        guard length > 0 else { return nil }
        return String(decoding: bytes[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
