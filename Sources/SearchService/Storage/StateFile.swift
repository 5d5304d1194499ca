import Foundation
import JSON

/// A small file in the index folder that the holder of the write lock replaces as a whole.
struct StateFile {
    /// The absolute path.
    let path: String
    /// The maximum number of bytes read, more than are ever written.
    private static let mostBytes = 16 << 20

    /// Reads the file; nil where there is none or it cannot be read.
    func read<Value: JSONReadable>(_ type: Value.Type) -> Value? {
        let file = FileHandle(forReadingAtPath: path)
        let bytes = [UInt8]((try? file?.read(upToCount: StateFile.mostBytes)) ?? Data())
        let json = try? JSONValue(parsing: bytes)
        return json.flatMap { try? Value(json: $0) }
    }

    /// Replaces the file; returns false where that failed, as on a full disk.
    func write(_ value: some JSONWritable) -> Bool {
        let temporary = path + ".new"
        guard (try? Data(value.json).write(to: URL(filePath: temporary))) != nil,
            chmod(temporary, 0o600) == 0, rename(temporary, path) == 0
        else {
            unlink(temporary)
            return false
        }
        return true
    }
}
