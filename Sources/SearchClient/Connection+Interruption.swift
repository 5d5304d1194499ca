internal import SearchProtocol

extension Connection {
    /// Cancels a request at the first SIGINT or SIGTERM, and stops waiting at the second.
    ///
    /// - Returns: whether the request was cancelled by this call.
    /// - Throws: `ClientError.interrupted`.
    func heedInterruption(of request: RequestID?) throws(ClientError) -> Bool {
        guard let interruption else { return false }
        interruption.take()
        guard interruption.count > interruptionsBefore else { return false }
        guard interruption.count == 1 else {
            if case .process(let process) = peer { process.kill() }
            throw .interrupted
        }
        guard let request else { return false }
        putCancellation(of: request)
        return true
    }
}
