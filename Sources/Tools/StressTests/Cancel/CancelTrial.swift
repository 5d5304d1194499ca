import Foundation
import Measuring
import SearchProtocol
import SearchService
import Seeding

/// Sends expensive requests to a service in this process, one at a time, and cancels them.
struct CancelTrial {
    private let service: ArticleService
    private var requests: HardRequests
    private var numbers: SeededGenerator

    /// The results for the requests of one kind.
    struct Outcome {
        /// The time in milliseconds that a request takes when it is not cancelled; the longest of a few.
        var alone = 0.0
        /// The times from each cancellation to the answer, in milliseconds.
        var waits = Quantiles()
        /// The CPU time of all threads of the process over the same intervals, in milliseconds.
        var processor = Quantiles()
        /// The request that took longest to end, and how long it had run.
        var worst = ""
        /// An error that no request of this kind should end with.
        var unexpected: String?
    }

    /// Creates a trial on an index, whose frequent syllables are used in the queries.
    init(service: ArticleService, seed: UInt64) async throws {
        self.service = service
        numbers = SeededGenerator(seed: seed)
        requests = try await HardRequests(service: service, seed: seed)
    }

    /// Cancels the given number of requests of a kind while they run.
    mutating func run(_ kind: HardRequest.Kind, count: Int) async -> Outcome {
        var outcome = Outcome()
        for _ in 0..<(kind == .random ? 20 : 3) {
            outcome.alone = max(outcome.alone, await time(requests.next(kind), &outcome))
        }
        var attempts = 0
        while outcome.waits.count < count, attempts < count * (kind == .random ? 30 : 3) {
            attempts += 1
            let request = requests.next(kind)
            // Half of the moments are early, while a request is being prepared.
            let share = Double.random(in: 0..<1, using: &numbers)
            let instant = outcome.alone * (attempts % 2 == 0 ? share * share * share : share)
            guard let (wait, processor) = await cancelled(request, after: instant) else { continue }
            if processor > outcome.processor.largest {
                outcome.worst =
                    "\(TextTable.number(processor)) ms of the processor after \(TextTable.number(instant)) ms: \(request)"
            }
            outcome.waits.add(wait)
            outcome.processor.add(processor)
        }
        return outcome
    }

    private func time(_ request: HardRequest, _ outcome: inout Outcome) async -> Double {
        let (start, service) = (ContinuousClock.now, CancelTrial.fresh(request, service))
        do {
            _ = try await request.answer(by: service)
        } catch let error as ProtocolError where error.known == .deadlinePassed || request.kind == .random {
            // Slow answers are expected, and random pieces of the grammar are rarely a valid query.
        } catch {
            outcome.unexpected = "\(error)"
        }
        return start.duration(to: .now) / .milliseconds(1)
    }

    /// Cancels a request that has run for the given number of milliseconds; nil if it was answered before.
    private func cancelled(_ request: HardRequest, after instant: Double) async -> (wait: Double, processor: Double)? {
        let service = CancelTrial.fresh(request, service)
        let answering = Task { try await request.answer(by: service) }
        try? await Task.sleep(for: .microseconds(Int(instant * 1_000)))
        let (start, processor) = (ContinuousClock.now, processorTime())
        answering.cancel()
        let wasAnswered = (try? await answering.value) != nil
        let wait = start.duration(to: .now) / .milliseconds(1)
        return wasAnswered ? nil : (wait, (processorTime() - processor) * 1_000)
    }

    /// The service, or a new one that has read nothing yet.
    private static func fresh(_ request: HardRequest, _ service: ArticleService) -> ArticleService {
        request.kind == .firstSuggestion ? ArticleService(folder: service.folder) : service
    }
}

/// The CPU time that this process has used, in seconds.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
