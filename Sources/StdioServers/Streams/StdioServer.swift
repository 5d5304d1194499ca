package import SearchProtocol

/// What answers the messages of one client.
package protocol StdioServer: AnyObject {
    /// The status to end with, once the client has asked to end.
    var exitStatus: Int32? { get }

    /// Takes in what one frame holds.
    func receive(_ frame: IncomingFrame)
}
