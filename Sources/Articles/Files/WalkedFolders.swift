/// The folders that were walked through while files were read, and what remained unknown of them.
///
/// All paths are without symbolic links, except for other names and for what could not be looked at.
package struct WalkedFolders: Hashable, Sendable {
    /// A folder that was named, or that a link led to.
    package struct Folder: Hashable, Sendable {
        /// Its path.
        package var path: String
        /// The path by which it was named, if that is another one.
        package var otherName: String?
        /// Whether it and every folder below it were read, so that a file that was not met is not there.
        package var isWhole: Bool

        /// Creates a description of a folder.
        package init(path: String, otherName: String? = nil, isWhole: Bool = true) {
            (self.path, self.otherName, self.isWhole) = (path, otherName, isWhole)
        }
    }

    /// The folders, in the order in which they were walked.
    package var folders: [Folder] = []
    /// The files that were named, or that links led to.
    package var files: [String] = []
    /// The folders on which another file system than that of their parent is mounted.
    package var mountPoints: [String] = []
    /// What exists and could not be looked at, such as a link to something missing: what is below is unknown.
    package var unknown: [String] = []

    /// Creates a description of no folders.
    package init() {}
}
