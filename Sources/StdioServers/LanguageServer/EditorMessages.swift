import JSON
import SearchProtocol

/// Messages to the user of the editor; consecutive duplicates are dropped.
struct EditorMessages {
    /// LSP's `MessageType`.
    private enum Weight: Int {
        case warning = 2
        case info = 3
    }

    private var last: String?

    /// A line for the editor's log, or nil where it equals the previous message.
    mutating func note(_ line: String) -> [UInt8]? { message("window/logMessage", .info, line) }

    /// A line that the editor shows, or nil where it equals the previous message.
    mutating func warning(_ line: String) -> [UInt8]? { message("window/showMessage", .warning, line) }

    /// Lets the next message through even if it is the same.
    mutating func forget() { last = nil }

    private mutating func message(_ method: String, _ weight: Weight, _ line: String) -> [UInt8]? {
        guard line != last else { return nil }
        last = line
        let params: JSONEntries<JSONValue> = JSONEntries(
            [("type", JSONValue(of: weight.rawValue)), ("message", JSONValue(of: "tracuu: " + line))].compactMap {
                name, value in value.map { (name, $0) }
            })
        return OutgoingMessage.notification(method: method, params: params)
    }
}
