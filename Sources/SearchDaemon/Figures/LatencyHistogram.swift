/// A histogram of request times in fixed memory, whose buckets grow with the time: 32 to each doubling.
///
/// A quantile is at most 1/32 above the measured time. Up to 63 µs every microsecond has its own bucket; times of 19
/// hours and more share the last.
struct LatencyHistogram: Sendable {
    /// The binary logarithm of the number of buckets for each doubling.
    private static let stepBits = 5
    /// Times of 2 to the power of this number and more share a bucket.
    private static let highestBit = 36
    private static let bucketCount = (highestBit - stepBits + 1) << stepBits

    /// The number of requests counted.
    private(set) var count = 0
    /// The sum of their times, in microseconds.
    private(set) var totalMicroseconds = 0
    /// The time of the slowest request, in microseconds.
    private(set) var maxMicroseconds = 0
    private var buckets = [UInt32](repeating: 0, count: bucketCount)

    /// Counts a request.
    mutating func add(microseconds: Int) {
        let time = max(0, microseconds)
        count += 1
        totalMicroseconds += time
        maxMicroseconds = max(maxMicroseconds, time)
        let bucket = LatencyHistogram.bucket(of: time)
        if buckets[bucket] < .max { buckets[bucket] += 1 }
    }

    /// Adds the counts of another histogram.
    mutating func add(_ other: LatencyHistogram) {
        count += other.count
        totalMicroseconds += other.totalMicroseconds
        maxMicroseconds = max(maxMicroseconds, other.maxMicroseconds)
        for (bucket, number) in other.buckets.enumerated() where number > 0 {
            buckets[bucket] = buckets[bucket].addingReportingOverflow(number).overflow ? .max : buckets[bucket] + number
        }
    }

    /// The time that the given share of the requests did not exceed, in microseconds; 0 where none were counted.
    func quantile(_ share: Double) -> Int {
        let counted = buckets.reduce(0) { $0 + Int($1) }
        let rank = max(1, Int((share * Double(counted)).rounded(.up)))
        var seen = 0
        for (bucket, number) in buckets.enumerated() {
            seen += Int(number)
            // The maximum is known exactly.
            if seen >= rank { return min(LatencyHistogram.highest(in: bucket), maxMicroseconds) }
        }
        return maxMicroseconds
    }

    /// The bucket of a time.
    static func bucket(of microseconds: Int) -> Int {
        let time = max(0, min(microseconds, 1 << highestBit - 1))
        let bits = Int.bitWidth - time.leadingZeroBitCount
        let shift = max(0, bits - stepBits - 1)
        return shift << stepBits + time >> shift
    }

    /// The longest time in a bucket, in microseconds.
    static func highest(in bucket: Int) -> Int {
        let shift = max(0, bucket >> stepBits - 1)
        let step = bucket - shift << stepBits
        return (step + 1) << shift - 1
    }
}
