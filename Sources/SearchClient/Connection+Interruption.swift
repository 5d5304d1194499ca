internal import SearchProtocol

extension Connection {
    /// Has a request cancelled at the first SIGINT; gives everything up at the second.
    ///
    /// - Returns: whether the request was cancelled now.
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
