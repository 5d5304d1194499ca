package import Seeding

extension SeededGenerator {
    /// Creates a generator for one of many items, distinguished by its name.
    package init(seed: UInt64, name: String) {
        var hash = Fingerprint()
        hash.add(name)
        self.init(seed: seed ^ hash.value)
    }
}
