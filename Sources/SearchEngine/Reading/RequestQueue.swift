/// Requests that wait for a reader, and the order in which they get one.
///
/// What is prompt goes before the rest. Among equals the connection comes next that has the fewest requests running, in
/// turns where several have as few, so that nobody waits for another connection's whole line.
struct RequestQueue {
    /// A request that waits.
    struct Entry: Hashable {
        let number: Int
        let connection: Int
        let isInteractive: Bool
    }

    /// Prompt requests that may go in a row while others wait; a crowd that types must not keep searches from running.
    static let mostPromptInARow = 8

    private let limit: Int
    private var prompt = Lines()
    private var others = Lines()
    private var promptInARow = 0

    /// An empty queue.
    ///
    /// - Parameter limit: how many prompt requests may wait, and how many others.
    init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// How many requests wait.
    var count: Int { prompt.count + others.count }

    /// Puts a request at the end of its connection's line.
    ///
    /// - Returns: the request that finds no room: this one or, where another connection's line is the longer one, the last
    ///   of that; nil where there is room for all.
    mutating func append(_ entry: Entry) -> Entry? {
        entry.isInteractive ? prompt.append(entry, limit: limit) : others.append(entry, limit: limit)
    }

    /// Takes out the request whose turn it is.
    ///
    /// - Parameters:
    ///   - promptOnly: whether the reader is one that takes only prompt requests.
    ///   - running: how many requests of a connection run.
    /// - Returns: the request, or nil where none waits.
    mutating func next(promptOnly: Bool, running: (Int) -> Int) -> Entry? {
        if promptOnly { return prompt.next(running: running) }
        let isTurnOfOthers = prompt.count == 0 || promptInARow >= RequestQueue.mostPromptInARow && others.count > 0
        promptInARow = isTurnOfOthers ? 0 : promptInARow + 1
        return isTurnOfOthers ? others.next(running: running) : prompt.next(running: running)
    }

    /// Takes out a request that no longer waits for its turn; false where it is not here.
    mutating func remove(_ entry: Entry) -> Bool {
        entry.isInteractive ? prompt.remove(entry) : others.remove(entry)
    }

    /// A line for each connection.
    private struct Lines {
        private(set) var count = 0
        private var lines: [Int: [Entry]] = [:]
        /// The connections with a line, in the order of their turns.
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
