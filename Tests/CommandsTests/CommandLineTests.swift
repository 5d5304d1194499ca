import JSON
import SearchClient
import SearchProtocol
import Testing

@testable import Commands

@Suite("Words on the command line and lines on the terminal")
struct CommandLineTests {
    @Test(
        "Text on one line collapses blanks, drops controls and bidi characters, and keeps marks",
        arguments: [
            ("a\n b\t\r\nc", "a b c"), ("  a  ", "a"), ("", ""), ("\u{1B}[31mđỏ\u{1B}[0m", "[31mđỏ[0m"),
            ("a \u{7} b", "a b"), ("a\u{85}b\u{9B}c\u{7F}", "a bc"), ("a\u{202E}b\u{2066}c\u{2069}", "abc"),
            ("hò\u{301}a 👨‍👩‍👧", "hò\u{301}a 👨‍👩‍👧"), ("a\u{2028}b", "a b"), ("a  b", "a b"), ("a ", "a"), (" ", ""),
            ("a\u{A0}b\u{AD}", "a b\u{AD}"),
            ("“đò” – Ở… ½", "“đò” – Ở… ½"), ("越 南", "越 南"),
        ])
    func singleLine(text: String, line: String) {
        #expect(text.singleLine == line)
        #expect(Array(text.singleLine.utf8) == Array(line.utf8))
    }

    @Test("A body keeps its lines and tabs, and no other terminal controls")
    func withoutControls() { #expect("a\n\tb\r\u{1B}c\u{9D}".withoutControls == "a\n\tbc") }

    @Test("JSON on a terminal escapes terminal controls and keeps its meaning")
    func escapedJSON() throws {
        let text = "a\u{9B}31m\u{7F}\u{202E} đò 👨‍👩‍👧"
        let json = JSONWriter.text(of: text)
        let escaped = Terminal.escapingControls(json)
        #expect(String(decoding: escaped, as: UTF8.self) == #""a\u009b31m\u007f\u202e đò 👨‍👩‍👧""#)
        #expect(try JSONValue(parsing: escaped).string == text)
    }

    @Test("The error code of an answer gives the exit status, and a stopped daemon is reported as stopped")
    func answers() {
        for code in [ErrorCode.badQuery, .invalidParams, .tooLarge] {
            #expect(ExitStatus.answered(ProtocolError(code, "x")) == (.wrongUsage, "x"))
        }
        for code in [ErrorCode.indexUnusable, .busy, .deadlinePassed, .methodNotFound, .internalError] {
            #expect(ExitStatus.answered(ProtocolError(code, "x")) == (.unusable, "x"))
        }
        let (status, line) = ExitStatus.answered(ProtocolError(.cancelled, "x"))
        #expect(status == .unusable)
        #expect(line.contains("stopped"))
    }

    @Test("The environment can turn colours off")
    func colors() {
        #expect(CommonChoices.isColorWelcome([:]))
        #expect(CommonChoices.isColorWelcome(["NO_COLOR": "", "TERM": "xterm"]))
        #expect(!CommonChoices.isColorWelcome(["NO_COLOR": "1"]))
        #expect(!CommonChoices.isColorWelcome(["TERM": "dumb"]))
    }

    @Test("The daemon's state is printed as one line or as JSON")
    func report() {
        let running = DaemonReport(isRunning: true, socket: "/s", indexPath: "/i", process: 7)
        #expect(running.line == "serving /i at /s")
        #expect(
            String(decoding: running.json, as: UTF8.self)
                == #"{"running":true,"socket":"/s","indexPath":"/i","process":7}"#)
        let stopped = DaemonReport(isRunning: false, socket: "/s")
        #expect(stopped.line == "stopped")
        #expect(String(decoding: stopped.json, as: UTF8.self) == #"{"running":false,"socket":"/s"}"#)
    }

    @Test("Counts of several runs are added, and so are their failures")
    func addingResults() {
        var sum = IndexResult(added: 1, updated: 2, unchanged: 3, removed: 4, seconds: 1)
        let failures = [IndexFailure(path: "-", line: 1, reason: "x"), IndexFailure(path: "-", reason: "y")]
        sum.add(
            IndexResult(
                added: 10, updated: 20, unchanged: 30, removed: 40, failed: failures,
                unreadDates: UnreadDates([UnreadDate(path: "-", line: 2, value: "x")]), seconds: 0.5))
        #expect((sum.added, sum.updated, sum.unchanged, sum.removed) == (11, 22, 33, 44))
        #expect(sum.seconds == 1.5)
        #expect(sum.failed.map(\.line) == [1, nil])
        #expect(sum.unreadDates == UnreadDates([UnreadDate(path: "-", line: 2, value: "x")]))
        #expect(sum.counts == "11 added, 22 updated, 33 unchanged, 44 removed, 2 failed")
    }

    @Test("Dates that could not be read are counted in one line, and the first one is named")
    func unreadDates() {
        var dates = UnreadDates([UnreadDate(path: "/a.jsonl", line: 6, value: "30/02/2015")])
        #expect(dates.line == #"1 article has a date that could not be read, /a.jsonl:7 "30/02/2015""#)
        dates.add(UnreadDates([UnreadDate(path: "/b.md", value: "hôm qua")]))
        #expect(dates.line == #"2 articles have a date that could not be read, e.g. /a.jsonl:7 "30/02/2015""#)
    }
}
