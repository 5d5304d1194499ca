import Foundation
import IndexStorage
import JSON

/// A small file in the index folder that the holder of the write lock replaces as a whole.
struct StateFile {
    /// The absolute path.
    let path: String
    private let folder: IndexFolder
    /// The maximum number of bytes read, more than are ever written.
    private static let mostBytes = 16 << 20

    /// Creates the description of a file.
    ///
    /// - Parameters:
    ///   - path: the absolute path.
    ///   - folder: the index folder, whose permissions it gets.
    init(path: String, in folder: IndexFolder) { (self.path, self.folder) = (path, folder) }

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
            chmod(temporary, folder.permissions.files) == 0, rename(temporary, path) == 0
        else {
            unlink(temporary)
            return false
        }
        return true
    }
}
