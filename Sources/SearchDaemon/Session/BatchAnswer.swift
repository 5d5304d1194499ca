/// The answers of one batch while they come in; they go back together when the last one is there.
final class BatchAnswer {
    private var outstanding: Int
    private var answers: [[UInt8]] = []

    /// A batch that expects this many answers.
    init(expecting count: Int) { outstanding = count }

    /// Takes one answer.
    ///
    /// - Returns: all answers, when this was the last one.
    func add(_ answer: [UInt8]) -> [[UInt8]]? {
        answers.append(answer)
        outstanding -= 1
        return outstanding == 0 ? answers : nil
    }
}
