import Foundation
import JSON
import SearchProtocol
import Testing

@Suite("The lifecycle of the daemon")
struct DaemonTests {
    private func daemon(_ arguments: [String], in home: Home) throws -> (Programs.Outcome, [String: Any]) {
        let outcome = try Programs.tracuu(["daemon", "--json"] + arguments, in: home)
        return (outcome, outcome.status == 3 ? [:] : try outcome.json())
    }

    @Test("Start, start again, restart, stop and stop again each report one JSON object")
    func life() throws {
        let home = try Home()
        let first = try daemon(["start"], in: home)
        #expect(first.0.status == 0)
        #expect(first.1["running"] as? Bool == true)
        #expect(first.1["indexPath"] as? String == home.index)
        let process = try #require(first.1["process"] as? Int)
        #expect(try daemon(["start"], in: home).1["process"] as? Int == process)
        let restarted = try daemon(["restart"], in: home)
        #expect(restarted.0.status == 0)
        #expect(restarted.1["process"] as? Int != process)
        #expect(try daemon(["stop"], in: home).1["running"] as? Bool == false)
        let again = try daemon(["stop"], in: home)
        #expect(again.0.status == 1)
        #expect(again.0.errorLines.count == 1)
    }

    @Test("A daemon works in /, whatever folder its client is in, and has the paths that are relative to that folder")
    func workingFolder() throws {
        let home = try Home()
        let relative = ["--index", "index", "--socket", "s"]
        let outcome = try Programs.tracuu(["daemon", "start", "--json"] + relative, in: home, folder: home.path)
        let report = try outcome.json()
        #expect(report["indexPath"] as? String == home.index)
        let process = try #require(report["process"] as? Int)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd") == "/")
    }

    @Test("Where the way to the daemon is barred, a search says so once, and that it can do without")
    func barredSocket() throws {
        let home = try Home()
        let open = home.path + "/open"
        #expect(mkdir(open, 0o700) == 0 && chmod(open, 0o777) == 0)
        let outcome = try Programs.tracuu(["search", "--socket", open + "/s", "mot"], in: home)
        #expect(outcome.status == 3)
        #expect(outcome.errorLines.count == 1)
        for advice in ["--socket", "--no-daemon"] {
            #expect(outcome.errors.components(separatedBy: advice).count == 2)
        }
        let start = try daemon(["start", "--socket", open + "/s"], in: home).0
        #expect(start.status == 3)
        #expect(!start.errors.contains("--no-daemon"))
    }

    @Test("A daemon of another index is not taken for this index's daemon, and searches bypass it")
    func otherIndex() throws {
        let home = try Home()
        let other = home.path + "/other"
        let path = try home.write(#"{"id": "a", "body": "Một"}"#, as: "a.jsonl")
        _ = try Programs.tracuu(["index", "--quiet", "--index", other, path], in: home)
        _ = try daemon(["start"], in: home)
        let start = try daemon(["start", "--index", other], in: home).0
        #expect(start.status == 3)
        #expect(start.errorLines.count == 1)
        #expect(start.errors.contains(home.index) && start.errors.contains(other))
        #expect(try Programs.tracuu(["search", "--index", other, "mot"], in: home).status == 0)
        let named = try Programs.tracuu(["search", "--index", other, "--socket", home.socket, "mot"], in: home)
        #expect(named.status == 2)
        #expect(named.errorLines.count == 1)
    }

    @Test("A client that cannot find the daemon program reports what to do")
    func missingProgram() throws {
        let home = try Home()
        let lone = home.path + "/tracuu"
        try FileManager.default.copyItem(atPath: Programs.folder.path + "/tracuu", toPath: lone)
        var environment = home.environment
        environment["PATH"] = home.path + "/bin"
        for option in [[], ["--no-daemon"]] {
            let arguments = ["search", "tin"] + option
            let outcome = try Client(arguments, in: home, program: lone, environment: environment).finish()
            #expect(outcome.status == 3)
            #expect(
                outcome.errors
                    == "tracuu: tracuud is neither beside this program nor in PATH; install it there\n")
        }
    }

    @Test("During a rebuild the daemon answers searches, which then see the new generation")
    func rebuild() throws {
        let home = try Home()
        let path = try home.writeManyArticles(200)
        _ = try Programs.tracuu(["index", "--quiet", path], in: home)
        #expect(try Programs.tracuu(["search", "thành"], in: home).status == 0)
        let rebuilt = try Programs.tracuu(["rebuild", "--json"], in: home)
        #expect(rebuilt.status == 0)
        #expect(try rebuilt.json()["articles"] as? Int == 200)
        #expect(try rebuilt.json()["lost"] as? Int == 0)
        #expect(try Programs.tracuu(["search", "thành"], in: home).status == 0)
        let status = try Programs.tracuu(["status", "--json"], in: home).json()
        #expect(status["generation"] as? Int == 2)
        #expect(status["uptimeSeconds"] is Int)
    }

    @Test("Subscribers are notified of changes only, and relative paths are refused")
    func changes() throws {
        let home = try Home()
        let first = try JSONValue(parsing: Array(#"{"id": "a", "body": "Một"}"#.utf8))
        let second = try JSONValue(parsing: Array(#"{"id": "b", "body": "Hai"}"#.utf8))
        _ = try daemon(["start"], in: home)
        let (listening, asking) = (try home.connect().value, try home.connect().value)
        _ = try asking.call(.index, IndexParams(articles: [first]))
        _ = try listening.call(.subscribe, JSONValue?.none)
        _ = try asking.call(.index, IndexParams(articles: [first]))
        _ = try asking.call(.index, IndexParams(articles: [second]))
        let told = try listening.nextNotification(timeout: .seconds(600))
        #expect(told.method == Method.indexChanged.name)
        #expect(told.params?["articles"]?.number == "2")
        #expect(throws: (any Error).self) { try asking.call(.remove, RemoveParams(paths: ["a.jsonl"])) }
        #expect(throws: (any Error).self) { try asking.call(.index, IndexParams(paths: ["a.jsonl"])) }
    }
}
