/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed, on every machine.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// A generator of the numbers that belong to a seed.
    package init(seed: UInt64) {
        state = seed
    }

    /// A generator for one thing of many, told apart by its name.
    package init(seed: UInt64, name: String) {
        var hash = Fingerprint()
        hash.add(name)
        state = seed ^ hash.value
    }

    /// The next number.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
