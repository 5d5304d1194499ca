import Dispatch
import Logging
import SearchProtocol
import Synchronization
import Testing

@testable import SearchDaemon

@Suite("The watchdog")
struct WatchdogTests {
    /// A part of the daemon that answers when the test allows it.
    private final class Part: Sendable {
        private let gate = Mutex<[CheckedContinuation<Void, Never>]>([])
        private let isStuck = Mutex(false)

        func ask() async {
            guard isStuck.withLock({ $0 }) else { return }
            await withCheckedContinuation { waiting in gate.withLock { $0.append(waiting) } }
        }

        func getStuck() { isStuck.withLock { $0 = true } }

        func comeBack() {
            isStuck.withLock { $0 = false }
            for waiting in gate.withLock({ $0 }) { waiting.resume() }
        }

        var isAsked: Bool { gate.withLock { !$0.isEmpty } }
    }

    @Test("It stops pinging while a part's answer is overdue, and pings again when that part answers")
    func stuck() async throws {
        let (well, sick) = (Part(), Part())
        let told = Mutex(0)
        let lines = Mutex<[String]>([])
        let sink = LogSink(style: .plain, level: .notice) { line in lines.withLock { $0.append(line) } }
        let pulses = [
            HealthProbe("connections", patience: { .seconds(10) }, ask: well.ask),
            HealthProbe("reader 1", patience: { .seconds(30) }, ask: sick.ask),
        ]
        let watchdog = Watchdog(time: .seconds(60), pulses: pulses, logger: sink.logger) { told.withLock { $0 += 1 } }
        sick.getStuck()
        let start = ContinuousClock.now
        #expect(watchdog.beat(at: start, wasWell: true))
        #expect(await eventually { sick.isAsked })
        #expect(watchdog.beat(at: start + .seconds(30), wasWell: true))
        #expect(told.withLock { $0 } == 2)
        #expect(!watchdog.beat(at: start + .seconds(31), wasWell: true))
        #expect(!watchdog.beat(at: start + .seconds(90), wasWell: false))
        #expect(told.withLock { $0 } == 2)
        #expect(lines.withLock { $0 }.count == 1)
        let line = try #require(lines.withLock { $0.first })
        #expect(line.hasSuffix("critical stuck, waiting to be restarted part=\"reader 1\" seconds=31\n"))
        sick.comeBack()
        #expect(await eventually { pulses[1].overdue(at: start + .seconds(1_000)) == nil })
        #expect(watchdog.beat(at: start + .seconds(91), wasWell: false))
        #expect(told.withLock { $0 } == 3)
    }

    @Test("A server answers while its thread runs, and not while the thread is blocked")
    func eventLoop() async throws {
        let isArmed = Mutex(false)
        let (held, release) = (Gate(), DispatchSemaphore(value: 0))
        // The thread of the connections asks for the limits when somebody connects.
        let settings = SessionSettings(version: "1") {
            if isArmed.withLock({ $0 }) {
                held.open()
                release.wait()
            }
            return Limits()
        }
        try await withServer(settings: settings) { server, _, path in
            await server.answer()
            isArmed.withLock { $0 = true }
            let client = try RawClient(path)
            await held.wait()
            let hasAnswered = Mutex(false)
            let asking = Task {
                await server.answer()
                hasAnswered.withLock { $0 = true }
            }
            for _ in 0..<100 { await Task.yield() }
            #expect(!hasAnswered.withLock { $0 })
            isArmed.withLock { $0 = false }
            for _ in 0..<16 { release.signal() }
            await asking.value
            #expect(hasAnswered.withLock { $0 })
            withExtendedLifetime(client) {}
        }
    }

    @Test(
        "The watchdog's interval applies to this process only",
        arguments: [
            (["WATCHDOG_USEC": "500000"], Duration.milliseconds(500)),
            (["WATCHDOG_USEC": "500000", "WATCHDOG_PID": "7"], .milliseconds(500)),
            (["WATCHDOG_USEC": "500000", "WATCHDOG_PID": "8"], nil), (["WATCHDOG_USEC": "0"], nil),
            (["WATCHDOG_USEC": "often"], nil), ([:], nil),
        ] as [([String: String], Duration?)])
    func time(environment: [String: String], expected: Duration?) {
        #expect(WatchdogTime.read(environment, process: 7) == expected)
    }
}
