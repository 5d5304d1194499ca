/// The version of the terms, slots and stored articles that this program writes and reads.
package enum SchemaVersion {
    /// The current version, raised whenever an older index would be read wrongly.
    package static let current = 3

    /// The metadata key under which an index stores its version.
    package static let metadataKey = "tracuu.schema"
}
