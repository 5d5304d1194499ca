import Foundation

/// A folder under /tmp with a path short enough for a socket; gone with the value.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = "/tmp/t" + String(UInt32.random(in: 0 ... .max), radix: 36)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a shell script that can be run, and gives its path.
    func script(_ text: String) throws -> String {
        let file = path + "/program"
        try ("#!/bin/sh\n" + text + "\n").write(toFile: file, atomically: true, encoding: .utf8)
        chmod(file, 0o755)
        return file
    }
}
