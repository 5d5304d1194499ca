import Foundation

/// Makes a folder and all files and folders in it durable.
///
/// - Parameter path: the folder.
/// - Throws: `IndexError.fileSystem`, `.diskFull`.
package func makeDurable(_ path: String) throws(IndexError) {
    let names: [String]
    do {
        names = try FileManager.default.subpathsOfDirectory(atPath: path)
    } catch {
        throw .fileSystem(path: path, reason: systemReason(error))
    }
    for name in names { try sync(path + "/" + name) }
    try sync(path)
}

/// Makes the entries of a folder durable: the names of its files, not their contents.
///
/// - Parameter path: the folder.
/// - Throws: `IndexError.fileSystem`, `.diskFull`.
package func makeDurable(entriesOf path: String) throws(IndexError) { try sync(path) }

private func sync(_ path: String) throws(IndexError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw IndexError(systemError: errno, at: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw IndexError(systemError: errno, at: path) }
}
