/// The methods of the protocol: one table for the daemon, the client and the documentation.
package enum Method: String, CaseIterable, Sendable {
    case initialize, search, suggest, similar, timeline, article, index, remove, status, fields, explain
    case suspend, resume, compact, backup, check, subscribe
    case rebuild, failed, narrow, cite, restore, input
    case cancelRequest = "$/cancelRequest"
    case progress = "$/progress"
    case indexChanged

    /// The sender of a message, and whether it is answered.
    package enum Direction: Sendable {
        /// A request from a client, answered by the daemon.
        case request
        /// A notification from a client to the daemon.
        case notificationToDaemon
        /// A notification from the daemon to a client.
        case notificationToClient
    }

    /// The name in a message.
    package var name: String { rawValue }

    /// Whether it is never answered.
    package var isNotification: Bool { direction != .request }

    /// The sender of the method's message.
    package var direction: Direction {
        switch self {
        case .cancelRequest: .notificationToDaemon
        case .progress, .indexChanged: .notificationToClient
        default: .request
        }
    }

    /// Whether the work needs memory, and has to wait where the daemon uses too much already.
    package var needsMemory: Bool {
        switch self {
        case .search, .suggest, .similar, .timeline, .article, .cite, .index, .explain, .compact, .rebuild, .backup,
            .restore, .check:
            true
        default: false
        }
    }

    /// The effect of the method, as a sentence without a full stop.
    package var summary: String {
        switch self {
        case .initialize: "Agree on the encoding of positions and learn which methods are served"
        case .search: "Rank the articles that a query describes"
        case .suggest: "Complete and correct what is being typed, with its marks restored"
        case .similar: "Find articles like one article"
        case .timeline: "Count hits over time"
        case .article: "Give one whole article with its metadata"
        case .index: "Add or update articles, given in the request, as paths or as input"
        case .input: "Give the next part of the input that index reads for the path -"
        case .remove: "Take articles out by id or by path"
        case .status: "Tell the index's size, revision and limits"
        case .fields: "List the fields that a query can name"
        case .explain: "Say why an article stands where it does"
        case .suspend: "Write nothing to the index until told to resume"
        case .resume: "Let the index be written again"
        case .compact: "Rewrite the index in less space"
        case .backup: "Copy the index as it stands at one moment"
        case .restore: "Put a backup in the place of the index"
        case .check: "Verify the index"
        case .rebuild: "Rebuild the index from the articles that it stores"
        case .failed: "List what could not be indexed last time"
        case .narrow: "Replace one field's filter in a query, or take it out"
        case .cite: "Write an article's citation"
        case .subscribe: "Be told when the index has changed"
        case .cancelRequest: "Cancel a running request, which is then answered as cancelled"
        case .progress: "Tell how far a long request has come"
        case .indexChanged: "Tell that a new revision can be searched"
        }
    }
}
