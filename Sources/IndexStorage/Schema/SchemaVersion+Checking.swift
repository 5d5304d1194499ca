package import Xapian

extension SchemaVersion {
    /// Rejects a database that was written with another schema.
    package static func check(_ database: Database, path: String) throws(IndexError) {
        let found: [UInt8]
        do {
            found = try database.metadata(metadataKey)
        } catch {
            throw IndexError(error, path: path)
        }
        let text = String(decoding: found, as: UTF8.self)
        guard text == String(current) else {
            throw .schema(path: path, found: text.isEmpty ? "none" : text, expected: current)
        }
    }

    /// The metadata of a database that was written with the current schema.
    package static var metadata: [String: [UInt8]] { [metadataKey: Array(String(current).utf8)] }
}
