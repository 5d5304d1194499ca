internal import SearchProtocol

/// The requests of one session that have not been answered yet.
struct RunningRequests {
    /// A request's number in its session: ids may repeat once they were answered, numbers never do.
    typealias Number = Int

    /// One request.
    struct Entry {
        /// What the client calls it.
        let id: RequestID
        /// The batch that it came in.
        let batch: BatchAnswer?
        /// The task that works at it.
        var task: Task<Void, Never>?
    }

    private var entries: [Number: Entry] = [:]
    private var numbers: [RequestID: Number] = [:]
    private var lastNumber = 0

    /// How many there are.
    var count: Int { entries.count }

    /// Whether a request with this id has not been answered yet; requests without an id are never confused.
    func contains(_ id: RequestID) -> Bool { id != .null && numbers[id] != nil }

    /// Takes note of a request that begins.
    mutating func begin(_ id: RequestID, in batch: BatchAnswer?) -> Number {
        lastNumber += 1
        if id != .null { numbers[id] = lastNumber }
        entries[lastNumber] = Entry(id: id, batch: batch, task: nil)
        return lastNumber
    }

    /// Takes note of the task that works at a request.
    mutating func setTask(_ task: Task<Void, Never>, of number: Number) { entries[number]?.task = task }

    /// Forgets a request that is being answered.
    mutating func end(_ number: Number) -> Entry? {
        guard let entry = entries.removeValue(forKey: number) else { return nil }
        if numbers[entry.id] == number { numbers[entry.id] = nil }
        return entry
    }

    /// Cancels the request with an id, if it runs.
    func cancel(_ id: RequestID) {
        guard let number = numbers[id] else { return }
        entries[number]?.task?.cancel()
    }

    /// Cancels all.
    func cancelAll() {
        for entry in entries.values { entry.task?.cancel() }
    }
}
