import Foundation
package import Xapian

extension Document {
    /// A document with these words as terms, and its values and data.
    package init(_ words: String, values: [UInt32: String] = [:], data: String = "") {
        self.init()
        for word in words.split(separator: " ") { addTerm(String(word)) }
        for (slot, value) in values { setValue(bytes(value), slot: slot) }
        self.data = bytes(data)
    }
}

/// Fills a database with documents, in order, and commits it.
package func makeDatabase(_ path: String, _ documents: [Document]) throws {
    let database = try WritableDatabase(path: path, opening: .create, options: .noSync)
    for document in documents { try database.add(document) }
    try database.close()
}

/// The kind of the error that a call throws, or nil where it throws none of Xapian's.
package func kind(thrownBy body: () throws -> Void) -> XapianError.Kind? {
    do {
        try body()
        return nil
    } catch {
        return (error as? XapianError)?.kind
    }
}

/// A text's UTF-8 bytes.
package func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// Bytes as text.
package func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// The bytes of a file.
package func contents(of path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }
