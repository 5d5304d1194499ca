import Glibc
internal import SearchProtocol
import UnixSockets

/// The folder of read-only files for articles whose text is not in any file verbatim.
///
/// An article keeps its file: a second search returns the same one, and editors that have it open see no change.
package final class ArticleFiles {
    private static let suffix = ".txt"
    /// The maximum length of a file name in bytes: Linux's limit less the length of a suffix.
    private static let nameLimit = 240

    /// The folder, absolute.
    package let folder: String
    private let capacity: Int
    private var writtenSinceCleaning: Int?

    /// Creates a store in a folder, which is created with the first article.
    ///
    /// - Parameters:
    ///   - folder: its absolute path.
    ///   - capacity: the approximate maximum number of files in it.
    package init(folder: String, capacity: Int = 1_000) {
        (self.folder, self.capacity) = (folder, capacity)
    }

    /// Writes an article's text into its file, unless it is there already.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - id: the article's id.
    /// - Returns: the file's absolute path.
    /// - Throws: `ArticleFileError`.
    func put(_ text: String, id: String) throws(ArticleFileError) -> String {
        if let number = ArticleFiles.make(folder) { throw ArticleFileError(path: folder, number: number) }
        try cleanWhereDue()
        let path = folder + "/" + ArticleFiles.name(of: id)
        let bytes = Array(text.utf8)
        if holds(bytes, at: path) {
            // The most recently used files are kept longest.
            _ = utimensat(AT_FDCWD, path, nil, AT_SYMLINK_NOFOLLOW)
        } else {
            try replace(path, with: bytes)
        }
        return path
    }

    /// The id of the article that a file of the folder shows, or nil for another file.
    func id(at path: String) -> String? {
        guard path.hasPrefix(folder + "/"), path.hasSuffix(ArticleFiles.suffix) else { return nil }
        let name = path.dropFirst(folder.count + 1).dropLast(ArticleFiles.suffix.count)
        return name.contains("/") || name.contains("~") ? nil : FileURI.resolved(name)
    }

    /// The name of an article's file: its id, escaped; a long one is cut and made unique with a hash.
    private static func name(of id: String) -> String {
        let name = FileURI.name(of: id)
        guard name.utf8.count > nameLimit else { return name + suffix }
        // FNV-1a.
        let sum = id.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        return String(name.prefix(nameLimit - 20)) + "~" + String(sum, radix: 16) + suffix
    }

    /// Creates a folder for this user only, and its parents; returns the error number where that fails.
    private static func make(_ folder: String) -> Int32? {
        if mkdir(folder, 0o700) == 0 || errno == EEXIST { return nil }
        guard errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { return errno }
        if let number = make(String(folder[..<slash])) { return number }
        return mkdir(folder, 0o700) == 0 || errno == EEXIST ? nil : errno
    }

    private func holds(_ bytes: [UInt8], at path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, Int(status.st_size) == bytes.count else { return false }
        var (held, count) = ([UInt8](repeating: 0, count: bytes.count), 0)
        while count < held.count {
            let more = held[count...].withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard more > 0 else { return false }
            count += more
        }
        return held == bytes
    }

    /// Writes a temporary file and renames it, so that no partial file is ever visible.
    private func replace(_ path: String, with bytes: [UInt8]) throws(ArticleFileError) {
        let draft = "\(folder)/draft~\(getpid())"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ArticleFileError(path: path, number: errno) }
        var rest = bytes[...]
        var failure: Int32?
        while !rest.isEmpty, failure == nil {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failure = errno }
        }
        if failure == nil, fchmod(descriptor, 0o400) != 0 { failure = errno }
        close(descriptor)
        if failure == nil, rename(draft, path) != 0 { failure = errno }
        if let failure {
            unlink(draft)
            throw ArticleFileError(path: path, number: failure)
        }
        writtenSinceCleaning? += 1
    }

    /// Deletes the least recently used files, once there may be too many.
    private func cleanWhereDue() throws(ArticleFileError) {
        if let writtenSinceCleaning, writtenSinceCleaning < capacity / 4 { return }
        writtenSinceCleaning = 0
        guard let entries = opendir(folder) else { throw ArticleFileError(path: folder, number: errno) }
        defer { closedir(entries) }
        var files: [(path: String, used: Int)] = []
        while let entry = readdir(entries) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            var status = stat()
            let path = folder + "/" + name
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            files.append((path, status.st_mtim.tv_sec))
        }
        guard files.count > capacity * 3 / 4 else { return }
        for file in files.sorted(by: { $0.used < $1.used }).dropLast(capacity / 2) { unlink(file.path) }
    }
}

/// Why an article's file cannot be written.
struct ArticleFileError: Error, Hashable, CustomStringConvertible {
    /// The error in one line.
    let description: String

    /// Creates the error for a system error on a file or its folder.
    init(path: String, number: Int32) {
        description =
            "\(path): the article cannot be shown in a file: \(UnixSocket.reason(number)); "
            + "set XDG_CACHE_HOME to a folder that can be written"
    }
}
