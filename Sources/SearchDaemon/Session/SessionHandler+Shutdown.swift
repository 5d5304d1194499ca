extension SessionHandler {
    /// Accepts no more requests, and closes when the running ones are answered.
    func stop() {
        guard phase == .serving else { return }
        phase = .stopping
        endWhenDone()
    }

    /// Cancels the requests that are still running.
    func cancelAll() { running.cancelAll() }
}
