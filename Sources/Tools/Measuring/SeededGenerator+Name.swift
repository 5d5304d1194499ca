package import Seeding

extension SeededGenerator {
    /// A generator for one thing of many, told apart by its name.
    package init(seed: UInt64, name: String) {
        var hash = Fingerprint()
        hash.add(name)
        self.init(seed: seed ^ hash.value)
    }
}
