package import IndexStorage

/// Copies an index that this process may only read, on a thread of its own, so that waiting for the disk blocks no other
/// work.
package actor BackupThread {
    private let executor = ThreadExecutor(name: "tracuu-backup")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Starts a thread, which ends with this object.
    package init() {}

    /// Copies an index, see `Backup.write(readOnly:to:)`.
    ///
    /// - Throws: `IndexError`; nothing is left at the destination in this case.
    package func backUp(_ folder: IndexFolder, to destination: String) throws(IndexError) -> Backup.Outcome {
        try Backup.write(readOnly: folder, to: destination)
    }
}
