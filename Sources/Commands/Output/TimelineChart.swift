import SearchProtocol

/// Draws counts over time as bars that fit a terminal.
struct TimelineChart {
    /// The number of columns of the terminal.
    let width: Int
    let style: Style

    /// The minimum length of a full bar; a shorter one is not informative.
    private static let shortestBar = 8
    /// The characters for one to eight eighths of a column, at the end of a bar.
    private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]

    /// The lines, one for each bucket: its name, its count, its bar.
    func lines(of buckets: [FacetCount]) -> [String] {
        let highest = buckets.map(\.count).max() ?? 0
        let countWidth = String(highest).count
        let nameWidth = buckets.map(\.value.count).max() ?? 0
        // A terminal wraps a line that reaches its last column.
        let width = max(TimelineChart.shortestBar, self.width - nameWidth - countWidth - 4)
        return buckets.map { bucket in
            let count = String(bucket.count)
            let blanks = String(repeating: " ", count: countWidth - count.count)
            let head = "\(bucket.value)  \(blanks)\(count)"
            return bucket.count == 0
                ? style.faint(head) : head + " " + TimelineChart.bar(bucket.count, of: highest, width: width)
        }
    }

    /// The bar of a number that is not 0: never empty, and of full length only for the highest.
    static func bar(_ count: Int, of highest: Int, width: Int) -> String {
        guard highest > 0 else { return "" }
        let share = Double(count) / Double(highest)
        let length = max(1, Int((share * Double(width * eighths.count)).rounded(.down)))
        let (whole, part) = length.quotientAndRemainder(dividingBy: eighths.count)
        return String(repeating: "█", count: whole) + (part == 0 ? "" : String(eighths[part - 1]))
    }
}
