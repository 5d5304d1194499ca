import Foundation
import SearchClient
import SearchProtocol
import TemporaryFolders
import Testing

@Suite("A private daemon process")
struct PrivateProcessTests {
    private static let greeting =
        #"{"jsonrpc":"2.0","id":1,"result":{"name":"d","version":"1","protocolVersion":2,"#
        + #""positionEncoding":"utf-8","methods":[],"indexPath":"/i","frameBytes":77}}"#

    /// Connects to a shell that runs a script in the daemon's place.
    private func connect(_ script: String, folder: String = "/") throws -> Connection {
        try Connection.starting(
            "/bin/sh", ["-c", script], hello: InitializeParams(clientName: "t"), timeout: .seconds(300))
    }

    @Test("The client greets and asks it over standard input and output, and waits for its end")
    func conversation() throws {
        let folder = try TemporaryFolder()
        let answer = #"{"jsonrpc":"2.0","id":2,"result":{"removed":3,"missing":[]}}"#
        var connection: Connection? = try connect(
            """
            printf '%s\\n%s\\n' '\(PrivateProcessTests.greeting)' '\(answer)'
            cat > '\(folder.path)/heard'; sleep 0.3; touch '\(folder.path)/ended'
            """)
        #expect(connection?.greeting?.frameBytes == 77)
        #expect(connection?.daemonProcess == nil)
        let result = try connection?.call(.remove, RemoveParams(ids: ["a"]), returning: RemoveResult.self)
        #expect(result?.removed == 3)
        connection = nil
        #expect(access(folder.path + "/ended", F_OK) == 0)
        let heard = try String(contentsOfFile: folder.path + "/heard", encoding: .utf8)
        #expect(heard.contains(#""method":"initialize","params":{"clientName":"t"}"#))
        #expect(heard.hasSuffix(#""method":"remove","params":{"ids":["a"]}}"#))
    }

    @Test(
        "The error says how it ended, and what to do",
        arguments: [
            ("exit 7", "ended with status 7"), ("kill -9 $$", "was ended by signal 9"),
            ("printf 'HTTP/1.1 400\\n'; cat > /dev/null", "does not speak this version's protocol"),
        ])
    func failures(script: String, reason: String) throws {
        let error = #expect(throws: ClientError.self) { try connect(script) }
        let text = try #require(error?.description)
        #expect(text.hasPrefix("/bin/sh, started for this command alone, \(reason)"), "\(text)")
        #expect(text.contains("again") || text.contains("install"))
    }

    @Test("The error for a missing program names it")
    func missing() throws {
        #expect(throws: ClientError.launchFailed(.programMissing(name: "no-such-daemon"))) {
            try Connection.starting("no-such-daemon", [], hello: InitializeParams())
        }
    }
}
