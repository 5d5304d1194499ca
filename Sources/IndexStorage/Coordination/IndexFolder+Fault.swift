import Foundation

/// A fault that ended a process which used an index.
package struct IndexFault: Hashable, Sendable {
    /// The description of the fault.
    package let reason: String
    /// Whether the process was rebuilding the index.
    package let isOfRebuild: Bool
    /// Whether a quick check found the same generation sound after an earlier fault.
    package let isRepeated: Bool
}

/// The marker of a process that ended by a fault: the generation is not read until it has been checked.
///
///     Index/FAULTED             written by the process just before it ends, see `FaultNotice`
///     Index/FAULTED.checked     the marker of a fault after which the generation was found sound
///
/// Both are deleted when another generation replaces the current one.
extension IndexFolder {
    /// The activity that the marker names during a rebuild.
    package static let rebuildActivity: StaticString = "rebuild"

    /// The path of the marker file.
    package var faultPath: String { path + "/FAULTED" }

    private var checkedFaultPath: String { faultPath + ".checked" }

    /// The fault after which the current generation has not been checked yet, or nil.
    package var fault: IndexFault? {
        let file = open(faultPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1_024)
        let length = read(file, &bytes, bytes.count)
        let lines = String(decoding: bytes.prefix(max(0, length)), as: UTF8.self).split(separator: "\n")
        return IndexFault(
            // The file is empty if the disk was full.
            reason: lines.first.map(String.init) ?? "a fault",
            isOfRebuild: lines.dropFirst().first.map(String.init) == "\(IndexFolder.rebuildActivity)",
            isRepeated: access(checkedFaultPath, F_OK) == 0)
    }

    /// Records that the current generation was found sound after its last fault.
    package func settleFault() { rename(faultPath, checkedFaultPath) }

    /// Deletes the markers of the previous generation, when another one has become current.
    func forgetFaults() {
        unlink(faultPath)
        unlink(checkedFaultPath)
    }
}
