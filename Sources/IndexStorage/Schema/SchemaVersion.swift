/// The version of the terms, slots and stored articles that this program writes and reads.
package enum SchemaVersion {
    /// Raised whenever an index written before would be read wrongly.
    package static let current = 3

    /// The metadata key under which an index carries its version.
    package static let metadataKey = "tracuu.schema"
}
