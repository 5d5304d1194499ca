import Foundation

/// Detects with two system calls whether an index may have changed, regardless of which process wrote it.
package struct IndexMark: Hashable, Sendable {
    private let generation: Int
    private let file: UInt64
    private let seconds: Int
    private let nanoseconds: Int

    /// Reads the current mark of an index, or returns nil if there is no readable index.
    package init?(_ folder: IndexFolder) {
        guard let generation = try? folder.currentGeneration() else { return nil }
        var status = stat()
        // Xapian replaces this file with every commit.
        guard lstat(folder.generation(generation).livePath + "/iamglass", &status) == 0 else { return nil }
        self.generation = generation
        file = UInt64(status.st_ino)
        (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
}
