import Foundation
import IndexStorage
import Indexing
import SearchProtocol

/// The result of the check of an index after a fault.
package struct FaultCheck: Hashable, Sendable {
    /// The fault.
    package let fault: String
    /// What is damaged, or nil where the index was found sound.
    package let damage: String?
}

extension ArticleService {
    /// How long a stage may take in addition to reading the index slowly: on damaged tables libxapian may loop forever.
    private static let leastPatience = Duration.seconds(60)
    private static let slowBytesPerSecond = 10 << 20

    /// The fault after which the index has not been checked yet, or nil.
    package var unsettledFault: String? {
        if case .suspected(let fault) = trust.current { return fault.reason }
        return nil
    }

    /// Checks the index in a child process if a process ended by a fault on it and it has not been checked since.
    ///
    /// Until it is done, requests wait a moment and are then answered as busy. If it finds damage, they are refused.
    ///
    /// - Returns: the result, or nil if there was nothing to check.
    package func checkAfterFault() async -> FaultCheck? {
        guard let fault = trust.begin() else { return nil }
        let generation = (try? folder.currentGeneration()) ?? nil
        let damage = generation == nil ? nil : await damage(after: fault)
        guard let generation, let damage else {
            folder.settleFault()
            trust.set(.trusted)
            return FaultCheck(fault: fault.reason, damage: nil)
        }
        let reason = "\(damage) (found after \(fault.reason))"
        // libxapian cannot read what a rebuild needs.
        trust.set(
            .damaged(
                generation: generation,
                fault.isOfRebuild
                    ? .lost(path: folder.path, reason: reason) : .damaged(path: folder.path, reason: reason)))
        return FaultCheck(fault: fault.reason, damage: damage)
    }

    /// Throws if the index may not be read in this process.
    ///
    /// - Throws: `ProtocolError`; -32003 if it is damaged, -32004 if the check has not finished.
    func requireTrust() async throws {
        let end = options.checkPatience.map { ContinuousClock.now + $0 }
        while true {
            switch trust.current {
            case .trusted: return
            case .suspected: Task { _ = await checkAfterFault() }
            case .checking(let fault) where end.map { ContinuousClock.now > $0 } ?? false:
                throw ProtocolError(
                    .busy,
                    "the index is being checked, for the process that read it last ended by \(fault.reason); "
                        + "ask again in a moment")
            case .checking: break
            case .damaged(let generation, let error):
                if (try? folder.currentGeneration()) == generation { throw ProtocolError(error) }
                trust.set(.trusted)
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// The first damage that is found, or nil.
    private func damage(after fault: IndexFault) async -> String? {
        let stages: [CheckStage] = fault.isRepeated ? [.tables, .terms, .postings] : [.tables, .articles]
        let patience = Self.leastPatience + .seconds(folder.bytes() / Self.slowBytesPerSecond)
        for stage in stages {
            let found = await withTaskGroup(of: [String]?.self) { group in
                group.addTask { try? await problems(stage) }
                group.addTask {
                    try? await Task.sleep(for: patience)
                    return nil
                }
                defer { group.cancelAll() }
                return await group.next() ?? nil
            }
            guard let found else {
                return "\(stage.subject) could not be checked within \(patience.components.seconds) s"
            }
            if let first = found.first { return first }
        }
        return nil
    }
}
