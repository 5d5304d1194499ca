import Foundation
import Xapian

/// A folder of a test's own, deleted with this object.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "glass-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file or folder in this one.
    func path(of name: String) -> String { path + "/" + name }

    /// How many descriptors of this process are open on files in this folder.
    var openDescriptorCount: Int {
        let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return descriptors.count { descriptor in
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + descriptor)
            return target?.hasPrefix(path) ?? false
        }
    }
}

extension Document {
    /// A document with these words as terms, and its values and data.
    init(_ words: String, values: [UInt32: String] = [:], data: String = "") {
        self.init()
        for word in words.split(separator: " ") { addTerm(String(word)) }
        for (slot, value) in values { setValue(bytes(value), slot: slot) }
        self.data = bytes(data)
    }
}

/// A text's UTF-8 bytes.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// Bytes as text.
func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// The kind of the error that a call throws, or nil where it throws none of Xapian's.
func kind(thrownBy body: () throws -> Void) -> XapianError.Kind? {
    do {
        try body()
        return nil
    } catch {
        return (error as? XapianError)?.kind
    }
}

/// Fills a database with documents, in order, and commits it.
func makeDatabase(_ path: String, _ documents: [Document]) throws {
    let database = try WritableDatabase(path: path, opening: .create, options: .noSync)
    for document in documents { try database.add(document) }
    try database.close()
}

/// The bytes of a file.
func contents(of path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }
