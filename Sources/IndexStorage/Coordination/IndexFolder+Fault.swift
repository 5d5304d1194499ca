import Foundation

/// That a process which worked on an index has ended by a fault, and what is known of it.
package struct IndexFault: Hashable, Sendable {
    /// What ended the process.
    package let reason: String
    /// Whether it was rebuilding the index.
    package let isOfRebuild: Bool
    /// Whether the same generation was found sound after another fault, by a check that did not look at everything.
    package let isRepeated: Bool
}

/// The mark that a process leaves which ends by a fault: until the generation has been checked, nobody trusts it.
///
///     Index/FAULTED             written by the process in its last moment, see `FaultNotice`
///     Index/FAULTED.checked     the mark of a fault after which the generation was found sound
///
/// Both go when another generation takes the place of the current one.
extension IndexFolder {
    /// What a process that rebuilds has the mark say.
    package static let rebuildActivity: StaticString = "rebuild"

    /// The file that a process writes which ends by a fault.
    package var faultPath: String { path + "/FAULTED" }

    private var checkedFaultPath: String { faultPath + ".checked" }

    /// The fault after which the current generation was not checked yet, or nil.
    package var fault: IndexFault? {
        let file = open(faultPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1_024)
        let length = read(file, &bytes, bytes.count)
        let lines = String(decoding: bytes.prefix(max(0, length)), as: UTF8.self).split(separator: "\n")
        return IndexFault(
            // A process that had no room to say why has faulted all the same.
            reason: lines.first.map(String.init) ?? "a fault",
            isOfRebuild: lines.dropFirst().first.map(String.init) == "\(IndexFolder.rebuildActivity)",
            isRepeated: access(checkedFaultPath, F_OK) == 0)
    }

    /// Notes that the current generation was found sound after its last fault.
    package func settleFault() { rename(faultPath, checkedFaultPath) }

    /// Forgets the faults of the generation before, when another one has become current.
    func forgetFaults() {
        unlink(faultPath)
        unlink(checkedFaultPath)
    }
}
