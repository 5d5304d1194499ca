import Foundation
package import IndexStorage
package import TemporaryFolders

extension TemporaryFolder {
    /// The index in this folder.
    package var index: IndexFolder { IndexFolder(path: path + "/Index") }

    /// The names in the index's folder, sorted, except for the readers' lock, which exists after its first use.
    package var indexNames: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: index.path)) ?? []).filter { $0 != "readers.lock" }
            .sorted()
    }
}
