import Glibc

/// The identity of a file, by which it is told from another one that has taken its path.
struct FileIdentity: Equatable {
    private let device: dev_t
    private let inode: ino_t

    /// The identity of what is at a path, not following a symbolic link; nil where there is nothing.
    init?(path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        (device, inode) = (status.st_dev, status.st_ino)
    }

    /// The identity of an open file.
    init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        (device, inode) = (status.st_dev, status.st_ino)
    }
}
