/// Requests that wait for a reader, and the order in which they get one.
///
/// Interactive requests go first. Among equals, the connection with the fewest running requests is next, with turns
/// among those that have equally few, so that no connection waits for another's entire queue.
struct RequestQueue {
    /// A waiting request.
    struct Entry: Hashable {
        let number: Int
        let connection: Int
        let isInteractive: Bool
    }

    /// The maximum number of consecutive interactive requests while others wait, so that many typing clients cannot
    /// stop searches.
    static let mostPromptInARow = 8

    private let limit: Int
    private var prompt = Lines()
    private var others = Lines()
    private var promptInARow = 0

    /// Creates an empty queue.
    ///
    /// - Parameter limit: how many interactive requests may wait, and how many others.
    init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// The number of waiting requests.
    var count: Int { prompt.count + others.count }

    /// Adds a request at the end of its connection's queue.
    ///
    /// - Returns: the request to reject if the queue is full: this one or, if another connection's queue is longer, the
    ///   last one of that; nil if the queue is not full.
    mutating func append(_ entry: Entry) -> Entry? {
        entry.isInteractive ? prompt.append(entry, limit: limit) : others.append(entry, limit: limit)
    }

    /// Removes the request whose turn it is.
    ///
    /// - Parameters:
    ///   - promptOnly: whether the reader serves only interactive requests.
    ///   - running: returns the number of a connection's running requests.
    /// - Returns: the request, or nil if none waits.
    mutating func next(promptOnly: Bool, running: (Int) -> Int) -> Entry? {
        if promptOnly { return prompt.next(running: running) }
        let isTurnOfOthers = prompt.count == 0 || promptInARow >= RequestQueue.mostPromptInARow && others.count > 0
        promptInARow = isTurnOfOthers ? 0 : promptInARow + 1
        return isTurnOfOthers ? others.next(running: running) : prompt.next(running: running)
    }

    /// Removes a request that no longer waits for its turn, and returns false if it is not in the queue.
    mutating func remove(_ entry: Entry) -> Bool {
        entry.isInteractive ? prompt.remove(entry) : others.remove(entry)
    }

    /// One queue for each connection.
    private struct Lines {
        private(set) var count = 0
        private var lines: [Int: [Entry]] = [:]
        /// The connections with waiting requests, in the order of their turns.
        private var turns: [Int] = []

        mutating func append(_ entry: Entry, limit: Int) -> Entry? {
            guard count >= limit else {
                add(entry)
                return nil
            }
            let own = lines[entry.connection]?.count ?? 0
            let longest = turns.max { lines[$0]?.count ?? 0 < lines[$1]?.count ?? 0 }.flatMap { lines[$0] } ?? []
            guard longest.count > own + 1, let last = longest.last, remove(last) else { return entry }
            add(entry)
            return last
        }

        private mutating func add(_ entry: Entry) {
            if lines[entry.connection] == nil { turns.append(entry.connection) }
            lines[entry.connection, default: []].append(entry)
            count += 1
        }

        mutating func next(running: (Int) -> Int) -> Entry? {
            guard let turn = turns.indices.min(by: { running(turns[$0]) < running(turns[$1]) }) else { return nil }
            let connection = turns.remove(at: turn)
            guard var line = lines.removeValue(forKey: connection), !line.isEmpty else { return nil }
            let entry = line.removeFirst()
            count -= 1
            if !line.isEmpty {
                lines[connection] = line
                turns.append(connection)
            }
            return entry
        }

        mutating func remove(_ entry: Entry) -> Bool {
            guard let place = lines[entry.connection]?.firstIndex(of: entry) else { return false }
            lines[entry.connection]?.remove(at: place)
            count -= 1
            if lines[entry.connection]?.isEmpty ?? true {
                lines[entry.connection] = nil
                turns.removeAll { $0 == entry.connection }
            }
            return true
        }
    }
}
