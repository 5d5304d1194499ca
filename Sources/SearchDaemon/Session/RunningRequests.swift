internal import SearchProtocol

/// The unanswered requests of one session.
struct RunningRequests {
    /// A request's number in its session: an id may be reused once it was answered, a number never is.
    typealias Number = Int

    /// One request.
    struct Entry {
        /// The client's id of the request.
        let id: RequestID
        /// The batch that it arrived in.
        let batch: BatchAnswer?
        /// The task that answers it.
        var task: Task<Void, Never>?
    }

    private var entries: [Number: Entry] = [:]
    private var numbers: [RequestID: Number] = [:]
    private var lastNumber = 0

    /// The number of requests.
    var count: Int { entries.count }

    /// Whether a request with this id is unanswered; requests without an id never conflict.
    func contains(_ id: RequestID) -> Bool { id != .null && numbers[id] != nil }

    /// Adds a request that begins.
    mutating func begin(_ id: RequestID, in batch: BatchAnswer?) -> Number {
        lastNumber += 1
        if id != .null { numbers[id] = lastNumber }
        entries[lastNumber] = Entry(id: id, batch: batch, task: nil)
        return lastNumber
    }

    /// Sets the task that answers a request.
    mutating func setTask(_ task: Task<Void, Never>, of number: Number) { entries[number]?.task = task }

    /// Removes a request that is being answered.
    mutating func end(_ number: Number) -> Entry? {
        guard let entry = entries.removeValue(forKey: number) else { return nil }
        if numbers[entry.id] == number { numbers[entry.id] = nil }
        return entry
    }

    /// Cancels the request with the given id, if it is running.
    func cancel(_ id: RequestID) {
        guard let number = numbers[id] else { return }
        entries[number]?.task?.cancel()
    }

    /// Cancels the request with the given number, if it is running.
    func cancel(number: Number) { entries[number]?.task?.cancel() }

    /// Cancels all requests.
    func cancelAll() {
        for entry in entries.values { entry.task?.cancel() }
    }
}
