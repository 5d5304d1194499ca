import Testing

@testable import SearchDaemon

@Suite("The histogram of latencies")
struct LatencyHistogramTests {
    @Test("Buckets are contiguous, and none is wider than a 32nd of its times")
    func buckets() {
        var next = 0
        for bucket in 0..<1_024 {
            let highest = LatencyHistogram.highest(in: bucket)
            #expect(LatencyHistogram.bucket(of: next) == bucket)
            #expect(LatencyHistogram.bucket(of: highest) == bucket)
            #expect(highest - next <= next / 32)
            next = highest + 1
        }
        #expect(next == 1 << 36)
        #expect(LatencyHistogram.bucket(of: .max) == 1_023)
        #expect(LatencyHistogram.bucket(of: -5) == 0)
    }

    @Test("Quantiles are those of the sorted times, or at most a 32nd higher", arguments: [1, 7, 100, 5_000])
    func quantiles(count: Int) {
        var generator = SystemRandomNumberGenerator()
        var histogram = LatencyHistogram()
        let times = (0..<count).map { _ in
            1 << Int.random(in: 0...20, using: &generator) + Int.random(in: 0...999, using: &generator)
        }
        for time in times { histogram.add(microseconds: time) }
        let sorted = times.sorted()
        for share in [0.01, 0.5, 0.95, 0.99, 1] {
            let exact = sorted[max(1, Int((share * Double(count)).rounded(.up))) - 1]
            let told = histogram.quantile(share)
            #expect(told >= exact && told <= exact + exact / 32 && told <= sorted[count - 1])
        }
        #expect(histogram.count == count)
        #expect(histogram.maxMicroseconds == sorted.last)
        #expect(histogram.totalMicroseconds == times.reduce(0, +))
    }

    @Test("The sum of two histograms is the histogram of all times")
    func sum() {
        var (first, second, all) = (LatencyHistogram(), LatencyHistogram(), LatencyHistogram())
        for time in 0..<1_000 {
            if time % 3 == 0 { first.add(microseconds: time * 17) } else { second.add(microseconds: time * 17) }
            all.add(microseconds: time * 17)
        }
        first.add(second)
        for share in [0.1, 0.5, 0.9] { #expect(first.quantile(share) == all.quantile(share)) }
        #expect((first.count, first.totalMicroseconds) == (all.count, all.totalMicroseconds))
        #expect(LatencyHistogram().quantile(0.5) == 0)
    }

    @Test("The last five minutes are separate from the time since the start, and expire")
    func minutes() {
        var record = LatencyRecord()
        for minute in [0, 0, 1, 4, 7] { record.add(microseconds: 10 + minute, minute: minute) }
        #expect(record.sinceStart.count == 5)
        #expect(record.recent(minute: 7)?.count == 2)
        #expect(record.recent(minute: 8)?.count == 2)
        #expect(record.recent(minute: 9)?.count == 1)
        #expect(record.recent(minute: 9)?.maxMicroseconds == 17)
        #expect(record.recent(minute: 12) == nil)
        #expect(record.sinceStart.totalMicroseconds == 62)
    }
}
