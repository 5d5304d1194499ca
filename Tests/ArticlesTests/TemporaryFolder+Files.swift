import Foundation
import TemporaryFolders

extension TemporaryFolder {
    /// Writes a file and the folders above it, and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String { try write(bytes, as: name) }

    /// Writes a text file and the folders above it, and returns its path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(text, as: name) }

    /// Makes a symbolic link and returns its path.
    @discardableResult
    func link(_ name: String, to target: String) throws -> String {
        try FileManager.default.createSymbolicLink(atPath: path(of: name), withDestinationPath: target)
        return path(of: name)
    }
}
