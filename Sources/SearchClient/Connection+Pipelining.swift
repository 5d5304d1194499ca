import Glibc
package import JSON
package import SearchProtocol

/// Many requests in flight at once, for a program that also waits on other descriptors.
///
/// Nothing here blocks: when `descriptor` is ready, `write` and `messages` do what is possible without waiting.
extension Connection {
    /// Whether any bytes are queued for writing.
    package var hasUnwritten: Bool { !unwritten.isEmpty }

    /// Queues a request for writing.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - params: the parameters.
    /// - Returns: the identifier of the request, which its answer repeats.
    package func put(_ method: Method, _ params: some JSONWritable) -> RequestID {
        let id = nextID()
        unwritten += Framing.contentLength.frame(
            OutgoingMessage.request(id: id, method: method.name, params: params))
        return id
    }

    /// Queues the cancellation of a request.
    package func putCancellation(of id: RequestID) {
        unwritten += Framing.contentLength.frame(
            OutgoingMessage.notification(method: Method.cancelRequest.name, params: CancelParams(id: id)))
    }

    /// Writes as many bytes as the daemon accepts now.
    ///
    /// A closed connection is reported when its answers are read, because the daemon may have sent the reason.
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

    /// The messages that have arrived.
    ///
    /// - Returns: whole messages in their order; empty if none has arrived.
    /// - Throws: `ClientError` if the connection is of no further use; earlier calls returned the messages before that.
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
                // Messages before the end are answers; the next call reports the end.
                guard found.isEmpty else { return found }
                throw error
            }
        }
    }
}
