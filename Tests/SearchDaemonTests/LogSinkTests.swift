import Logging
import Synchronization
import Testing

@testable import SearchDaemon

@Suite("The log")
struct LogSinkTests {
    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    @Test("An event is one line with a journal priority, its details in order and quoted if needed")
    func journal() {
        let lines = Lines()
        var logger = LogSink(style: .journal, level: .trace, write: lines.add).logger
        logger[metadataKey: "own"] = "1"
        logger.warning("twice\nover", metadata: ["b": "x y", "a": "\"q\"\\", "empty": "", "tab": "a\tb", "u": "ủy"])
        let line = #"<4>twice\u{a}over a="\"q\"\\" b="x y" empty="" own=1 tab="a\u{9}b" u=ủy"#
        #expect(lines.all == [line + "\n"])
    }

    @Test("Each level has its priority", arguments: zip(Logger.Level.allCases, [7, 7, 6, 5, 4, 3, 2]))
    func priorities(level: Logger.Level, priority: Int) {
        let lines = Lines()
        LogSink(style: .journal, level: .trace, write: lines.add).logger.log(level: level, "x")
        #expect(lines.all == ["<\(priority)>x\n"])
    }

    @Test("The level changes for all loggers at once; a less verbose logger keeps its own level")
    func level() {
        let lines = Lines()
        let sink = LogSink(style: .journal, level: .notice, write: lines.add)
        let logger = sink.logger
        var quiet = logger
        quiet.logLevel = .warning
        logger.info("a")
        sink.setLevel(.debug)
        logger.debug("b")
        quiet.notice("c")
        quiet.warning("d")
        sink.setLevel(.critical)
        logger.error("e")
        #expect(lines.all == ["<7>b\n", "<4>d\n"])
    }

    @Test("A repeated event is logged once per interval, with the number of omitted events")
    func throttle() {
        let throttle = LogThrottle(interval: .seconds(10))
        let start = ContinuousClock.now
        #expect(throttle.admit("a", at: start) == 0)
        #expect(throttle.admit("a", at: start + .seconds(1)) == nil)
        #expect(throttle.admit("a", at: start + .seconds(9)) == nil)
        #expect(throttle.admit("b", at: start + .seconds(9)) == 0)
        #expect(throttle.admit("a", at: start + .seconds(10)) == 2)
        #expect(throttle.admit("a", at: start + .seconds(21)) == 0)
    }
}
