import Foundation

/// Copies the files of a folder and of its subfolders into a new folder.
///
/// If the file system can share the blocks of two files, no data is copied. The copy is not yet durable.
///
/// - Parameters:
///   - source: the folder, which is not written meanwhile.
///   - destination: the folder to create, whose parent exists.
/// - Throws: `IndexError.fileSystem`, `.diskFull`; `.cancelled` if the task was cancelled.
package func copyFolder(_ source: String, to destination: String) throws(IndexError) {
    guard mkdir(destination, 0o700) == 0 else { throw IndexError(systemError: errno, at: destination) }
    let names: [String]
    do {
        names = try FileManager.default.contentsOfDirectory(atPath: source)
    } catch {
        throw .fileSystem(path: source, reason: systemReason(error))
    }
    for name in names {
        let (from, to) = (source + "/" + name, destination + "/" + name)
        var status = stat()
        guard lstat(from, &status) == 0 else { throw IndexError(systemError: errno, at: from) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: try copyFolder(from, to: to)
        case S_IFREG: try copyFile(from, to: to)
        default: throw .fileSystem(path: from, reason: "it is neither a file nor a folder")
        }
    }
}

private func copyFile(_ source: String, to destination: String) throws(IndexError) {
    let input = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard input >= 0 else { throw IndexError(systemError: errno, at: source) }
    defer { close(input) }
    let output = open(destination, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard output >= 0 else { throw IndexError(systemError: errno, at: destination) }
    defer { close(output) }
    if ioctl(output, cloneRequest, input) == 0 { return }
    // The file system cannot share blocks, or the two files are on different ones.
    try pour(input, output, destination)
}

/// `FICLONE`, which Swift does not import: makes one file share the blocks of another.
private let cloneRequest: UInt = 0x4004_9409

/// Copies an open file into another, through memory.
private func pour(_ input: Int32, _ output: Int32, _ destination: String) throws(IndexError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
        if Task.isCancelled { throw .cancelled(path: destination) }
        let count = read(input, &buffer, buffer.count)
        if count == 0 { return }
        if count < 0 {
            if errno == EINTR { continue }
            throw IndexError(systemError: errno, at: destination)
        }
        var done = 0
        while done < count {
            let written = buffer.withUnsafeBytes { write(output, $0.baseAddress.map { $0 + done }, count - done) }
            if written > 0 {
                done += written
            } else if errno != EINTR {
                throw IndexError(systemError: errno, at: destination)
            }
        }
    }
}
