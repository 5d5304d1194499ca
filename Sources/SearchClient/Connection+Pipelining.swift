import Glibc
package import JSON
package import SearchProtocol

/// Requests of which many are under way at once, for a program that waits on other descriptors too.
///
/// Nothing here waits: when `descriptor` is ready, `write` and `messages` do what can be done at once.
extension Connection {
    /// Whether something is in line to be written.
    package var hasUnwritten: Bool { !unwritten.isEmpty }

    /// Puts a request in line to be written.
    ///
    /// - Parameters:
    ///   - method: what to ask.
    ///   - params: the parameters.
    /// - Returns: what the answer will be called.
    package func put(_ method: Method, _ params: some JSONWritable) -> RequestID {
        let id = nextID()
        unwritten += Framing.contentLength.frame(
            OutgoingMessage.request(id: id, method: method.name, params: params))
        return id
    }

    /// Puts in line that a request shall be cancelled.
    package func putCancellation(of id: RequestID) {
        unwritten += Framing.contentLength.frame(
            OutgoingMessage.notification(method: Method.cancelRequest.name, params: CancelParams(id: id)))
    }

    /// Writes as much as the daemon takes now.
    ///
    /// A daemon that is gone is noticed when its answers are read: it may have said why.
    package func write() {
        while !unwritten.isEmpty {
            let count = unwritten.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count >= 0 {
                unwritten.removeFirst(count)
            } else if errno != EINTR {
                if errno != EAGAIN { unwritten = [] }
                return
            }
        }
    }

    /// The messages that have come.
    ///
    /// - Returns: whole messages in their order; none where nothing has come.
    /// - Throws: `ClientError` where the connection is of no further use. Messages before that were given before.
    package func messages() throws(ClientError) -> [IncomingMessage] {
        var found: [IncomingMessage] = []
        while true {
            if let message = try messageAtHand() {
                found.append(message)
                continue
            }
            do throws(ClientError) {
                guard try receive() else { return found }
            } catch {
                // What came before the end is an answer; the end is told the next time.
                guard found.isEmpty else { return found }
                throw error
            }
        }
    }
}
