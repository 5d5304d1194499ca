extension SessionHandler {
    /// Accepts no more requests, and closes when the running ones are answered.
    func stop() {
        guard phase == .serving else { return }
        phase = .stopping
        // No more parts are accepted, so the request that waits for them cannot finish.
        if let request = input.readingRequest { running.cancel(number: request) }
        input.close()
        endWhenDone()
    }

    /// Cancels the requests that are still running.
    func cancelAll() {
        running.cancelAll()
        input.close()
    }
}
