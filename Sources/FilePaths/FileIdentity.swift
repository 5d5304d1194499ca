package import Glibc

/// The identity of a file or folder, equal for all paths that lead to it, and not that of another one that took its path.
package struct FileIdentity: Hashable, Sendable {
    /// The number of the file system.
    package let device: UInt
    private let number: UInt

    /// The identity in a status that was read.
    package init(_ status: stat) { (device, number) = (UInt(status.st_dev), UInt(status.st_ino)) }

    /// Determines the identity of what a path leads to; nil where nothing can be reached there.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - followsLink: whether a symbolic link at the path stands for what it leads to.
    package init?(_ path: String, followsLink: Bool = true) {
        var status = stat()
        guard (followsLink ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        self.init(status)
    }

    /// Determines the identity of an open file; nil where the descriptor is not open.
    package init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }
}

/// Whether two absolute paths name the same folder, be it by another name through symbolic links or mounts.
///
/// Where neither exists, they do if they are the same path without symbolic links.
package func areSameFolder(_ first: String, _ second: String) -> Bool {
    let (one, other) = (FileIdentity(first), FileIdentity(second))
    if one != nil || other != nil { return one == other }
    return ResolvedPath(first).path.utf8.elementsEqual(ResolvedPath(second).path.utf8)
}
