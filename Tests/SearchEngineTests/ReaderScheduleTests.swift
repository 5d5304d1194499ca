import Testing
import Xapian

@testable import SearchEngine

/// The readers are letters: `a` and `b` for all requests, `p` for interactive ones.
@Suite("The schedule of readers")
struct ReaderScheduleTests {
    private typealias Schedule = ReaderSchedule<String>

    private func schedule(limit: Int = 10) -> Schedule { Schedule(readers: ["a", "b"], prompt: "p", limit: limit) }

    private func ticket(
        _ number: Int, of connection: Int = 1, as kind: ReadingKind = .search, request: Int? = nil
    ) -> Schedule.Ticket {
        Schedule.Ticket(
            number: number, origin: RequestOrigin(connection: connection, number: request ?? number), kind: kind,
            stop: MatchGuard())
    }

    /// The verdicts as text: the reader lent, or why none is.
    private func told(_ verdicts: Schedule.Verdicts) -> [String] {
        verdicts.map { number, verdict in
            switch verdict {
            case .granted(let place): "\(number) \(place.reader)"
            case .rejected(let error): "\(number) \(error)"
            }
        }
    }

    private func isStopped(_ ticket: Schedule.Ticket) -> Bool {
        do { try ticket.stop.check() } catch { return true }
        return false
    }

    private func place(_ reader: String) -> Schedule.Place {
        Schedule.Place(reader: reader, isForPromptOnly: reader == "p")
    }

    @Test("One reader is reserved for interactive requests, however many searches wait")
    func spareReader() {
        var schedule = schedule()
        #expect(told(schedule.enter(ticket(1))) == ["1 b"])
        #expect(told(schedule.enter(ticket(2))) == ["2 a"])
        #expect(told(schedule.enter(ticket(3))) == [])
        #expect(told(schedule.enter(ticket(4, as: .typing(.search)))) == ["4 p"])
        #expect(told(schedule.enter(ticket(5, of: 2, as: .lookup))) == [])
        #expect(schedule.load == ReaderLoad(readers: 3, running: 3, waiting: 2))
        #expect(told(schedule.finish(4, place("p"))) == ["5 p"])
        #expect(told(schedule.finish(5, place("p"))) == [])
        #expect(told(schedule.finish(2, place("a"))) == ["3 a"])
        #expect(schedule.load == ReaderLoad(readers: 3, running: 2, waiting: 0))
    }

    @Test("A newer typing request supersedes older ones of its connection and kind, waiting or running")
    func superseding() {
        var schedule = schedule()
        let first = ticket(1, as: .typing(.search))
        let suggestions = ticket(2, as: .typing(.suggestions))
        let others = ticket(3, of: 2, as: .typing(.search))
        for (ticket, reader) in [(first, "b"), (suggestions, "a"), (others, "p")] {
            #expect(told(schedule.enter(ticket)) == ["\(ticket.number) \(reader)"])
        }
        #expect(told(schedule.enter(ticket(4, as: .typing(.search)))) == [])
        #expect(isStopped(first) && !isStopped(suggestions) && !isStopped(others))
        #expect(schedule.isSuperseded(1))
        #expect(told(schedule.enter(ticket(5, as: .typing(.search)))) == ["4 superseded"])
        #expect(told(schedule.enter(ticket(6))) == [])
        #expect(told(schedule.finish(1, place("b"))) == ["5 b"])
        #expect(!schedule.isSuperseded(1))
    }

    @Test("A request whose task is late does not supersede a newer request")
    func lateTask() {
        var schedule = schedule()
        let newer = ticket(1, as: .typing(.search), request: 8)
        #expect(told(schedule.enter(newer)) == ["1 b"])
        #expect(told(schedule.enter(ticket(2, as: .typing(.search), request: 7))) == ["2 superseded"])
        #expect(!isStopped(newer))
    }

    @Test("The process's own requests are never superseded")
    func ownProcess() {
        var schedule = schedule()
        let tickets = (1...2).map {
            Schedule.Ticket(number: $0, origin: .ownProcess, kind: .typing(.search), stop: MatchGuard())
        }
        #expect(told(schedule.enter(tickets[0])) == ["1 b"])
        #expect(told(schedule.enter(tickets[1])) == ["2 a"])
        #expect(!isStopped(tickets[0]))
    }

    @Test("A request over the limit is refused as busy, and one that leaves frees its slot")
    func bound() {
        var schedule = schedule(limit: 1)
        for number in 1...3 { _ = schedule.enter(ticket(number)) }
        #expect(told(schedule.enter(ticket(4))) == ["4 busy(waiting: 1)"])
        #expect(told(schedule.leave(3, with: .cancelled)) == ["3 cancelled"])
        #expect(told(schedule.leave(3, with: .cancelled)) == [])
        #expect(told(schedule.leave(1, with: .cancelled)) == [])
        #expect(told(schedule.enter(ticket(5))) == [])
        #expect(told(schedule.finish(1, place("b"))) == ["5 b"])
    }
}
