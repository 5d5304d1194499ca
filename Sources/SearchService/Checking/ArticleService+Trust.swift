import Foundation
import IndexStorage
import Indexing
import SearchProtocol

/// What came of the check of an index that a process ended by a fault on.
package struct FaultCheck: Hashable, Sendable {
    /// The fault.
    package let fault: String
    /// What is damaged, or nil where the index was found sound.
    package let damage: String?
}

extension ArticleService {
    /// How long a request waits for the check that tells whether the index may be read.
    private static let mostWaiting = Duration.milliseconds(800)
    /// How long the check may take besides what it takes to read the index slowly: on damaged tables libxapian may go round for ever.
    private static let leastPatience = Duration.seconds(60)
    private static let slowBytesPerSecond = 10 << 20

    /// The fault that the last process which worked on the index ended by, where the index was not checked since; nil for none.
    package var unsettledFault: String? {
        if case .suspected(let fault) = trust.current { return fault.reason }
        return nil
    }

    /// Checks the index in a process of its own, where a process ended by a fault on it and nobody has checked it since.
    ///
    /// Until it is done, requests wait a moment and are then answered as busy; where it finds damage, they are refused.
    ///
    /// - Returns: what came of it, or nil where there was nothing to check.
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
        // Libxapian cannot read what a rebuild needs.
        trust.set(
            .damaged(
                generation: generation,
                fault.isOfRebuild
                    ? .lost(path: folder.path, reason: reason) : .damaged(path: folder.path, reason: reason)))
        return FaultCheck(fault: fault.reason, damage: damage)
    }

    /// Refuses to go on where the index may not be read in this process.
    ///
    /// - Throws: `ProtocolError`; -32003 where it is damaged, -32004 where the check of it goes on.
    func requireTrust() async throws {
        let end = ContinuousClock.now + Self.mostWaiting
        while true {
            switch trust.current {
            case .trusted: return
            case .suspected: Task { _ = await checkAfterFault() }
            case .checking(let fault) where ContinuousClock.now > end:
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

    /// The first damage that is found, or nil where there is none.
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
