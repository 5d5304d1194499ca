import Foundation
import IndexStorage
import Indexing
package import SearchProtocol
import Synchronization

extension ArticleService {
    /// The number of attempts at one stage that commits may invalidate before the stage is skipped.
    private static let mostAttempts = 5

    /// Verifies the index: its tables, its articles and, unless the check is quick, all data derived from them.
    ///
    /// It runs in separate processes of low priority and takes no locks: searches and indexing continue.
    ///
    /// - Parameters:
    ///   - params: whether the check is quick.
    ///   - progress: receives the progress from time to time.
    /// - Returns: the problems; `notes` says what could not be checked.
    /// - Throws: `ProtocolError` where there is no index, or one that cannot be read; `CancellationError`.
    package func check(
        _ params: CheckParams, progress: @escaping @Sendable (ProgressValue) -> Void = { _ in }
    ) async throws -> CheckResult {
        guard checking.begin() else {
            throw ProtocolError(.busy, "another check is running already; wait for its result")
        }
        defer { checking.end() }
        var result = CheckResult(ok: true, problems: [], notes: [], seconds: 0)
        let start = ContinuousClock.now
        if let problem = try problemOfFiles() {
            result.problems = [problem.description]
        } else {
            let stages: [CheckStage] = params.quick == true ? [.tables, .articles] : [.tables, .terms, .postings]
            for stage in stages { try await run(stage, into: &result, progress) }
            if let others = try? await status().articlesOfOtherTimeZone {
                result.notes.append(
                    "\(others) articles have their day by another time zone than the configured one; "
                        + "tracuu rebuild computes it again")
            }
        }
        result.ok = result.problems.isEmpty
        result.seconds = (start.duration(to: .now) / .milliseconds(1)).rounded() / 1_000
        return result
    }

    /// Looks at the index's files before anything in them is checked: what is gone, or of another version, would be
    /// reported as damage to every article.
    ///
    /// - Returns: the problem, or nil.
    /// - Throws: `ProtocolError` where there is no index, or one that cannot be read, which is no damage.
    private func problemOfFiles() throws -> IndexError? {
        while true {
            let number = (try? folder.currentGeneration()) ?? nil
            do {
                guard let generation = try folder.presentGeneration() else {
                    throw IndexError.missing(path: folder.path)
                }
                try generation.checkIsReadable(of: folder)
                try generation.checkIsComplete(of: folder)
                try generation.checkSchema(of: folder)
                return nil
            } catch let error as IndexError {
                // A rebuild deletes the generation that was being looked at.
                if ((try? folder.currentGeneration()) ?? nil) != number { continue }
                switch error {
                case .damaged, .lost, .textsLost, .schema, .earlierLayout, .database: return error
                default: throw ProtocolError(error)
                }
            }
        }
    }

    /// The problems that a stage finds, without what to do about them.
    func problems(_ stage: CheckStage) async throws -> [String] {
        var result = CheckResult(ok: true, problems: [], notes: [], seconds: 0)
        try await run(stage, into: &result) { _ in }
        return result.problems.map { $0.replacing(CheckStage.recovery, with: "") }
    }

    private func run(
        _ stage: CheckStage, into result: inout CheckResult, _ progress: @escaping @Sendable (ProgressValue) -> Void
    ) async throws {
        for _ in 0..<Self.mostAttempts {
            let (path, generation) = try generation()
            let found = Mutex<[String]>([])
            let end = try await CheckRunner(program: options.checkProgram).run(stage, of: path) { event in
                switch event {
                case .progress(let done, let total):
                    progress(
                        ProgressValue(stage: "checking " + stage.subject, done: done, total: total, unit: "articles"))
                case .problem(let text): found.withLock { $0.append(text) }
                case .snapshotExpired, .finished: break
                }
            }
            // A rebuild deletes the generation that was being checked.
            if try self.generation().number != generation { continue }
            switch end {
            case .snapshotExpired: continue
            case .finished: break
            case .crashed(let signal):
                found.withLock {
                    $0.append(
                        "checking \(stage.subject) in \(path) crashed libxapian (signal \(signal))"
                            + CheckStage.recovery)
                }
            case .failed(let reason):
                found.withLock {
                    $0.append("\(stage.subject) in \(path) could not be checked: \(reason)" + CheckStage.recovery)
                }
            }
            result.problems += found.withLock { $0 }
            return
        }
        result.notes.append(
            "\(stage.subject) could not be checked, commits came all the time; check again when nothing is being indexed"
        )
    }

    /// The folder and number of the current generation.
    private func generation() throws -> (path: String, number: Int) {
        do {
            guard let number = try folder.currentGeneration() else { throw IndexError.missing(path: folder.path) }
            return (folder.generation(number).path, number)
        } catch let error as IndexError {
            throw ProtocolError(error)
        }
    }
}

/// A lock that allows one running check per daemon.
final class CheckTurn: Sendable {
    private let isTaken = Mutex(false)

    /// Takes the lock; false where another check has it.
    func begin() -> Bool {
        isTaken.withLock { isTaken in
            defer { isTaken = true }
            return !isTaken
        }
    }

    /// Releases the lock.
    func end() { isTaken.withLock { $0 = false } }
}

/// Runs a stage in a process and reads its events on a dedicated thread, so that no thread of Swift's shared pool
/// blocks.
private struct CheckRunner {
    let program: String

    func run(
        _ stage: CheckStage, of path: String, _ take: @escaping @Sendable (CheckEvent) -> Void
    ) async throws -> CheckProcess.End {
        try Task.checkCancellation()
        let process = try started(stage, path)
        let end = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let thread = Thread { continuation.resume(returning: process.events(take)) }
                thread.name = "tracuu-check"
                thread.start()
            }
        } onCancel: {
            process.stop()
        }
        try Task.checkCancellation()
        return end
    }

    private func started(_ stage: CheckStage, _ path: String) throws -> CheckProcess {
        do {
            return try CheckProcess(program, stage, of: path)
        } catch let error as CheckError {
            throw ProtocolError(.internalError, error.description)
        }
    }
}
