package import SearchProtocol

/// A server that answers the messages of one client.
package protocol StdioServer: AnyObject {
    /// The exit status, once the client has asked to exit.
    var exitStatus: Int32? { get }

    /// Processes the content of one frame.
    func receive(_ frame: IncomingFrame)
}
