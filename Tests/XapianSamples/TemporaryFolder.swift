import Foundation

/// A folder of a test's own, deleted with this object.
package final class TemporaryFolder: Sendable {
    /// Where it lies.
    package let path: String

    /// A new folder.
    package init() throws {
        path = NSTemporaryDirectory() + "xapian-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file or folder in this one.
    package func path(of name: String) -> String { path + "/" + name }

    /// How many descriptors of this process are open on files in this folder.
    package var openDescriptorCount: Int {
        let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return descriptors.count { descriptor in
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + descriptor)
            return target?.hasPrefix(path) ?? false
        }
    }
}
