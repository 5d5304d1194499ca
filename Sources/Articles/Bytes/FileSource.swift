import Glibc

/// A source that counts what it has read.
protocol CountingSource: ByteSource {
    /// The number of bytes read so far.
    var consumed: Int { get }
}

/// The bytes of an open file, a pipe or standard input.
final class FileSource: CountingSource {
    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private(set) var consumed = 0

    /// Reads from a descriptor that the caller closes.
    init(descriptor: Int32) {
        self.descriptor = descriptor
        ownsDescriptor = false
    }

    /// Opens a file; it is closed with the source.
    ///
    /// - Parameters:
    ///   - path: The file's path.
    ///   - roots: The folders that must contain the file, which then must be a regular one; nil for anywhere.
    /// - Throws: `Unreadable` where it cannot be opened, or is a folder.
    init(path: String, within roots: ReadingRoots? = nil) throws {
        // A pipe put in a file's place would block the reader forever.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | (roots == nil ? 0 : O_NONBLOCK | O_NOCTTY))
        ownsDescriptor = true
        if descriptor < 0 { throw Unreadable(errno: errno) }
        guard let roots else { return }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Unreadable(errno: errno) }
        guard roots.allow(descriptor: descriptor) else { throw Unreadable.outsideRoots }
        guard status.st_mode & S_IFMT == S_IFREG else { throw Unreadable.noRegularFile }
    }

    deinit {
        if ownsDescriptor, descriptor >= 0 { close(descriptor) }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard !buffer.isEmpty else { return 0 }
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 {
                consumed += count
                return count
            }
            if errno != EINTR { throw Unreadable(errno: errno) }
        }
    }
}

extension Unreadable {
    /// The reason for a failed system call, with a remedy where there is a usual one.
    init(errno code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self.init("does not exist: check the path")
        case EACCES, EPERM: self.init("may not be read: check its permissions")
        case EISDIR: self.init("is a folder where a file is expected")
        case ELOOP: self.init("is a symbolic link that leads back to itself: correct the link")
        case EMFILE, ENFILE: self.init("cannot be opened, too many files are open: raise the limit (ulimit -n)")
        default: self.init("cannot be read: \(String(cString: strerror(code)))")
        }
    }
}
