internal import SearchProtocol

/// Notifications that wait for a client to read: the newest of each topic, in the order in which the topics arrived.
struct PendingNotifications {
    /// The maximum number, which is more topics than one session has requests in flight; the oldest is dropped first.
    private static let limit = 128

    private var waiting: [(key: String, message: [UInt8])] = []

    /// Adds a message, which replaces an older one with the same key.
    mutating func keep(_ message: [UInt8], key: String) {
        if let index = waiting.firstIndex(where: { $0.key == key }) {
            waiting[index].message = message
        } else {
            if waiting.count == Self.limit { waiting.removeFirst() }
            waiting.append((key, message))
        }
    }

    /// Removes and returns the next message.
    mutating func take() -> [UInt8]? {
        waiting.isEmpty ? nil : waiting.removeFirst().message
    }
}
