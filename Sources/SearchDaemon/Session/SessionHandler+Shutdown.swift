extension SessionHandler {
    /// Takes no more requests, and closes when those that run are answered.
    func stop() {
        guard phase == .serving else { return }
        phase = .stopping
        endWhenDone()
    }

    /// Cancels what still runs.
    func cancelAll() { running.cancelAll() }
}
