import Foundation
import TemporaryFolders

extension TemporaryFolder {
    /// The URL of the folder.
    var url: URL { URL(fileURLWithPath: path) }

    /// A file or folder in this one.
    func file(_ name: String) -> URL { url.appendingPathComponent(name) }
}
