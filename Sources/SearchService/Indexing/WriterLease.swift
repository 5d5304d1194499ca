/// Keeps the writer for runs that come in several requests, so that it need not commit and be opened again for each.
///
/// A hold ends with the last request of its run, or by itself when the next one fails to come; then what was written is
/// committed and the write lock given back.
actor WriterLease {
    /// Runs whose failure is remembered until their next request.
    private static let mostFailures = 64

    private let writing: WriterPool
    private let patience: Duration
    /// Until when the next request of each run has to come.
    private var deadlines: [Int: ContinuousClock.Instant] = [:]
    private var held: Set<Int> = []
    private var failures: [Int: any Error] = [:]

    /// No holds yet.
    ///
    /// - Parameters:
    ///   - writing: lends the writer.
    ///   - patience: how long the next request of a run may take to come.
    init(_ writing: WriterPool, patience: Duration) {
        self.writing = writing
        self.patience = patience
    }

    /// Keeps the writer for a run, from within one of its requests, which has the writer itself.
    ///
    /// - Parameter run: names the run.
    /// - Throws: `IndexError`, also where the run's articles could not be committed when its hold ended.
    func extend(_ run: Int) async throws {
        try check(run)
        let isNew = deadlines.updateValue(.now + patience, forKey: run) == nil
        guard isNew else { return }
        do {
            _ = try await writing.take(purpose: "tracuu index") { _ in }
        } catch {
            deadlines[run] = nil
            throw error
        }
        // The run may have ended and begun again while the writer was taken: it is held once.
        guard held.insert(run).inserted else { return try await writing.giveBack(isDurable: false) }
        guard deadlines[run] != nil else { return await giveBack(run) }
        Task { await self.watch(run) }
    }

    /// Ends the hold of a run, from within its last request.
    ///
    /// - Parameter run: names the run.
    /// - Throws: `IndexError` where the run's articles could not be committed when its hold ended.
    func end(_ run: Int) async throws {
        deadlines[run] = nil
        await giveBack(run)
        try check(run)
    }

    /// Ends every hold, so that what was written is committed; for the end of the process.
    func endAll() async {
        deadlines = [:]
        for run in held { await giveBack(run) }
    }

    private func check(_ run: Int) throws {
        if let failure = failures.removeValue(forKey: run) { throw failure }
    }

    private func watch(_ run: Int) async {
        while let deadline = deadlines[run] {
            if deadline <= .now {
                deadlines[run] = nil
                return await giveBack(run)
            }
            try? await Task.sleep(until: deadline, clock: .continuous)
        }
    }

    private func giveBack(_ run: Int) async {
        guard held.remove(run) != nil else { return }
        do {
            try await writing.giveBack()
        } catch {
            if failures.count >= WriterLease.mostFailures { failures = [:] }
            failures[run] = error
        }
    }
}
