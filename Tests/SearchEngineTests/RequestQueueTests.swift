import Testing

@testable import SearchEngine

@Suite("The queue of requests")
struct RequestQueueTests {
    private func entry(_ number: Int, of connection: Int, prompt: Bool = false) -> RequestQueue.Entry {
        RequestQueue.Entry(number: number, connection: connection, isInteractive: prompt)
    }

    /// The numbers of all waiting requests, in the order of their turns.
    private func order(_ queue: RequestQueue, running: [Int: Int] = [:]) -> [Int] {
        var queue = queue
        var numbers: [Int] = []
        while let entry = queue.next(promptOnly: false, running: { running[$0] ?? 0 }) { numbers.append(entry.number) }
        return numbers
    }

    @Test("Sixty-four requests of one connection delay another connection by one turn only")
    func fairness() {
        var queue = RequestQueue(limit: 100)
        for number in 1...64 { #expect(queue.append(entry(number, of: 1)) == nil) }
        #expect(queue.append(entry(100, of: 2)) == nil)
        #expect(queue.append(entry(101, of: 2)) == nil)
        #expect(queue.append(entry(200, of: 3)) == nil)
        #expect(Array(order(queue).prefix(6)) == [1, 100, 200, 2, 101, 3])
        #expect(order(queue).count == 67)
        // The running requests of the first connection count as well.
        #expect(Array(order(queue, running: [1: 2]).prefix(4)) == [100, 200, 101, 1])
    }

    @Test("Interactive requests go first, but not indefinitely")
    func prompt() {
        var queue = RequestQueue(limit: 100)
        for number in 1...3 { _ = queue.append(entry(number, of: 1)) }
        for number in 11...30 { _ = queue.append(entry(number, of: number, prompt: true)) }
        let most = RequestQueue.mostPromptInARow
        let numbers = order(queue)
        #expect(numbers.count == 23)
        #expect(numbers.prefix(most).allSatisfy { $0 > 10 })
        #expect(numbers[most] == 1)
        #expect(numbers[2 * most + 1] == 2)
        var forPrompt = queue
        while let entry = forPrompt.next(promptOnly: true, running: { _ in 0 }) { #expect(entry.isInteractive) }
        #expect(forPrompt.count == 3)
    }

    @Test("A full queue drops the last request of the longest line, or refuses a request of that line's connection")
    func limit() {
        var queue = RequestQueue(limit: 4)
        for number in 1...4 { #expect(queue.append(entry(number, of: 1)) == nil) }
        #expect(queue.append(entry(5, of: 1)) == entry(5, of: 1))
        #expect(queue.append(entry(6, of: 2)) == entry(4, of: 1))
        #expect(queue.append(entry(7, of: 2)) == entry(3, of: 1))
        #expect(queue.append(entry(8, of: 3)) == entry(2, of: 1))
        #expect(queue.append(entry(9, of: 4)) == entry(7, of: 2))
        #expect(queue.append(entry(10, of: 5)) == entry(10, of: 5))
        #expect(queue.count == 4)
        // Searches do not take the queue slots of interactive requests.
        #expect(queue.append(entry(11, of: 5, prompt: true)) == nil)
        #expect(order(queue) == [11, 1, 6, 8, 9])
    }

    @Test("A request that is removed has no turn")
    func removal() {
        var queue = RequestQueue(limit: 10)
        for number in 1...3 { _ = queue.append(entry(number, of: number)) }
        let removed = queue.remove(entry(2, of: 2))
        let removedAgain = queue.remove(entry(2, of: 2))
        #expect(removed && !removedAgain)
        _ = queue.append(entry(4, of: 2))
        #expect(order(queue) == [1, 3, 4])
    }
}
