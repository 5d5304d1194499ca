import Xapian

/// Whether tables may be read and written without libxapian.
///
/// Another version of libxapian could write a different format that looks the same from outside, so versions that were
/// not tested go through libxapian.
package enum DirectTables {
    /// The versions of libxapian whose tables were tested: the one in Debian 12.
    package static let testedVersions: Set<String> = ["1.4.22"]

    /// Whether the libxapian in use is one of them.
    package static let areTested = testedVersions.contains(xapianVersion)
}
