/// Keeps the writer for runs of several requests, so that it need not commit and reopen for each.
///
/// A lease ends with the last request of its run, or expires when the next one does not come in time. Then the changes
/// are committed and the write lock is released.
actor WriterLease {
    /// The maximum number of runs whose failure is remembered until their next request.
    private static let mostFailures = 64

    private let writing: WriterPool
    private let patience: Duration
    /// The deadline of each run's next request.
    private var deadlines: [Int: ContinuousClock.Instant] = [:]
    private var held: Set<Int> = []
    private var failures: [Int: any Error] = [:]

    /// Creates a lease without runs.
    ///
    /// - Parameters:
    ///   - writing: the pool that lends the writer.
    ///   - patience: the maximum time until the next request of a run.
    init(_ writing: WriterPool, patience: Duration) {
        self.writing = writing
        self.patience = patience
    }

    /// Extends the lease of a run, from within one of its requests, which has the writer itself.
    ///
    /// - Parameter run: the run's number.
    /// - Throws: `IndexError`, also where the run's articles could not be committed when its lease ended.
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
        // The run may have ended and begun again while the writer was taken: it has only one lease.
        guard held.insert(run).inserted else { return try await writing.giveBack(isDurable: false) }
        guard deadlines[run] != nil else { return await giveBack(run) }
        Task { await self.watch(run) }
    }

    /// Ends the lease of a run, from within its last request.
    ///
    /// - Parameter run: the run's number.
    /// - Throws: `IndexError` where the run's articles could not be committed when its lease ended.
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
