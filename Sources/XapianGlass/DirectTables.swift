import Xapian

/// Whether tables may be read and written without libxapian.
///
/// Another version could write another form that looks the same from outside, so what was not tested goes through libxapian.
package enum DirectTables {
    /// The versions of libxapian whose tables were tested: that of Debian 12.
    package static let testedVersions: Set<String> = ["1.4.22"]

    /// Whether the libxapian that runs is one of them.
    package static let areTested = testedVersions.contains(xapianVersion)
}
