/// The number of insertions, deletions, substitutions and swaps of adjacent letters that turn one word into another.
enum EditDistance {
    /// Returns the distance of two words in bytes if it is at most `limit`, otherwise nil.
    static func within(_ limit: Int, _ first: [UInt8], _ second: ArraySlice<UInt8>) -> Int? {
        guard abs(first.count - second.count) <= limit else { return nil }
        let (rows, columns) = (first.count, second.count)
        guard rows < 64, columns < 64 else { return nil }
        let start = second.startIndex
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * 65) { table -> Int? in
            func row(_ index: Int) -> Int { index % 3 * 65 }
            for column in 0...columns { table[column] = UInt8(column) }
            for i in stride(from: 1, through: rows, by: 1) {
                table[row(i)] = UInt8(i)
                var least = UInt8(i)
                for j in stride(from: 1, through: columns, by: 1) {
                    let isSame = first[i - 1] == second[start + j - 1]
                    var value = min(
                        table[row(i - 1) + j - 1] + (isSame ? 0 : 1), table[row(i - 1) + j] + 1,
                        table[row(i) + j - 1] + 1)
                    if i > 1, j > 1, first[i - 1] == second[start + j - 2], first[i - 2] == second[start + j - 1] {
                        value = min(value, table[row(i - 2) + j - 2] + 1)
                    }
                    table[row(i) + j] = value
                    least = min(least, value)
                }
                if least > limit { return nil }
            }
            let distance = Int(table[row(rows) + columns])
            return distance <= limit ? distance : nil
        }
    }
}
