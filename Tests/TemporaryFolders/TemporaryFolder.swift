import Foundation

/// A folder of one test, deleted with this object.
///
/// Its path is short enough for a socket in it.
package final class TemporaryFolder: Sendable {
    /// The path of the folder.
    package let path: String

    /// Makes a folder that nobody else can read.
    ///
    /// - Throws: the system's error.
    package init() throws {
        path = "/tmp/t" + String(UInt64.random(in: 0 ... .max), radix: 36)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file or folder in this one.
    package func path(of name: String) -> String { path + "/" + name }

    /// Writes a file, with the folders above it.
    ///
    /// - Returns: its path.
    /// - Throws: the system's error.
    @discardableResult
    package func write(_ bytes: some Sequence<UInt8>, as name: String) throws -> String {
        let file = URL(fileURLWithPath: path(of: name))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }

    /// Writes a file of text, with the folders above it.
    ///
    /// - Returns: its path.
    /// - Throws: the system's error.
    @discardableResult
    package func write(_ text: String, as name: String) throws -> String { try write(text.utf8, as: name) }

    /// Writes a shell script that can be run.
    ///
    /// - Returns: its path.
    /// - Throws: the system's error.
    package func script(_ text: String) throws -> String {
        let file = try write("#!/bin/sh\n" + text + "\n", as: "program")
        chmod(file, 0o755)
        return file
    }

    /// The number of descriptors of this process that are open on files in this folder.
    package var openDescriptorCount: Int {
        let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return descriptors.count { descriptor in
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + descriptor)
            return target?.hasPrefix(path) ?? false
        }
    }
}
