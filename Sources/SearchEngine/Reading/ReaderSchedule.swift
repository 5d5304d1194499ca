import Xapian

/// Which request has which reader, and which requests wait: the state of a `ReaderPool`, without threads or waiting.
struct ReaderSchedule<Reader: Sendable> {
    /// A request.
    struct Ticket {
        let number: Int
        let origin: RequestOrigin
        let kind: ReadingKind
        let stop: MatchGuard

        var entry: RequestQueue.Entry {
            RequestQueue.Entry(number: number, connection: origin.connection, isInteractive: kind.isInteractive)
        }
    }

    /// A reader, and whether it serves only interactive requests.
    struct Place: Sendable {
        let reader: Reader
        let isForPromptOnly: Bool
    }

    /// The outcome for a request that waited.
    enum Verdict: Sendable {
        case granted(Place)
        case rejected(SearchError)
    }

    /// The outcomes of requests, by the requests' numbers.
    typealias Verdicts = [(number: Int, verdict: Verdict)]

    private var idle: [Place]
    private let places: Int
    private var queue: RequestQueue
    private let limit: Int
    private var waiting: [Int: Ticket] = [:]
    private var running: [Int: Ticket] = [:]
    private var runningOf: [Int: Int] = [:]
    private var superseded: Set<Int> = []

    /// Creates a schedule in which every reader is idle.
    ///
    /// - Parameters:
    ///   - readers: the readers for requests of every kind.
    ///   - prompt: an additional reader for interactive requests only, so that typing never waits for slow searches to
    ///     end.
    ///   - limit: how many requests may wait.
    init(readers: [Reader], prompt: Reader, limit: Int) {
        // The last one is lent first.
        idle = [Place(reader: prompt, isForPromptOnly: true)]
        idle += readers.map { Place(reader: $0, isForPromptOnly: false) }
        places = idle.count
        self.limit = max(1, limit)
        queue = RequestQueue(limit: limit)
    }

    /// How busy the readers are.
    var load: ReaderLoad { ReaderLoad(readers: places, running: running.count, waiting: waiting.count) }

    /// Returns whether a request waits.
    func isWaiting(_ number: Int) -> Bool { waiting[number] != nil }

    /// Returns whether a newer request has superseded this one.
    func isSuperseded(_ number: Int) -> Bool { superseded.contains(number) }

    /// Adds a request, which runs, waits or is rejected, and may end others.
    mutating func enter(_ ticket: Ticket) -> Verdicts {
        var verdicts: Verdicts = []
        if case .typing = ticket.kind, let number = ticket.origin.number {
            let others = (Array(waiting.values) + Array(running.values)).filter {
                $0.kind == ticket.kind && $0.origin.connection == ticket.origin.connection
            }
            // Tasks of one connection may arrive here in another order than that of its requests.
            if others.contains(where: { $0.origin.number ?? 0 > number }) {
                return [(ticket.number, .rejected(.superseded))]
            }
            for other in others where other.origin.number != nil { verdicts += supersede(other) }
        }
        waiting[ticket.number] = ticket
        if let refused = queue.append(ticket.entry) {
            waiting[refused.number] = nil
            verdicts.append((refused.number, .rejected(.busy(waiting: limit))))
        }
        return verdicts + assign()
    }

    private mutating func supersede(_ ticket: Ticket) -> Verdicts {
        guard running[ticket.number] == nil else {
            superseded.insert(ticket.number)
            ticket.stop.cancel()
            return []
        }
        return leave(ticket.number, with: .superseded)
    }

    /// Removes a request if it waits.
    mutating func leave(_ number: Int, with error: SearchError) -> Verdicts {
        guard let ticket = waiting.removeValue(forKey: number), queue.remove(ticket.entry) else { return [] }
        return [(number, .rejected(error))]
    }

    /// Takes back the reader of a finished request.
    mutating func finish(_ number: Int, _ place: Place) -> Verdicts {
        if let ticket = running.removeValue(forKey: number) {
            let connection = ticket.origin.connection
            let left = (runningOf[connection] ?? 1) - 1
            runningOf[connection] = left > 0 ? left : nil
        }
        superseded.remove(number)
        // The most recently used reader has the warmest caches, and the one for interactive requests is the last
        // resort.
        if place.isForPromptOnly { idle.insert(place, at: 0) } else { idle.append(place) }
        return assign()
    }

    /// Gives idle readers to the requests whose turn it is.
    private mutating func assign() -> Verdicts {
        var verdicts: Verdicts = []
        while let place = idle.last, let entry = next(for: place),
            let ticket = waiting.removeValue(forKey: entry.number)
        {
            idle.removeLast()
            running[entry.number] = ticket
            runningOf[entry.connection, default: 0] += 1
            verdicts.append((entry.number, .granted(place)))
        }
        return verdicts
    }

    private mutating func next(for place: Place) -> RequestQueue.Entry? {
        queue.next(promptOnly: place.isForPromptOnly) { [runningOf] in runningOf[$0] ?? 0 }
    }
}
