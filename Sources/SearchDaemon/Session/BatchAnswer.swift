/// The answers of one batch, collected until the last one is there and all can be sent together.
final class BatchAnswer {
    private var outstanding: Int
    private var answers: [[UInt8]] = []

    /// Creates a batch that expects the given number of answers.
    init(expecting count: Int) { outstanding = count }

    /// Adds one answer.
    ///
    /// - Returns: all answers, if this was the last one.
    func add(_ answer: [UInt8]) -> [[UInt8]]? {
        answers.append(answer)
        outstanding -= 1
        return outstanding == 0 ? answers : nil
    }
}
