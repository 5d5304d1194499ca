import Foundation
import JSON
import SearchClient
import SearchProtocol
import Testing

@Suite("The daemon rereads its configuration at SIGHUP")
struct ReloadTests {
    private func limits(_ home: Home) throws -> Limits {
        // Not through the client, which reads the same configuration, broken or not.
        let status = try home.connect().value.call(.status, JSONValue?.none, returning: StatusResult.self)
        return try #require(status.limits)
    }

    @Test("Changes that can be applied are applied, others are named in one line, and an invalid file changes nothing")
    func reload() throws {
        let home = try Home()
        _ = try Programs.tracuu(
            ["index", "--quiet", "--no-daemon", "-"], in: home, input: #"{"id": "a", "body": "Một"}"#)
        _ = try home.write("limits:\n  window: 50\n", as: "tracuu.yaml")
        let supervisor = try PlayedSupervisor(home)
        let daemon = try supervisor.start()
        // The home cannot end it through a broken configuration.
        defer { if daemon.isRunning { daemon.terminate() } }
        #expect(supervisor.hears("READY=1"))
        #expect(try limits(home).window == 50)

        func reload(_ yaml: String) throws -> [String] {
            _ = try home.write(yaml, as: "tracuu.yaml")
            let before = supervisor.logged.count
            kill(daemon.processIdentifier, SIGHUP)
            let reloading = try #require(supervisor.nextNotice())
            #expect(reloading.first == "RELOADING=1")
            let time = reloading.last?.split(separator: "=").last.flatMap { UInt64($0) }
            #expect(reloading.last?.hasPrefix("MONOTONIC_USEC=") == true && time ?? 0 > 0)
            #expect(supervisor.nextNotice() == ["READY=1"])
            return Array(supervisor.logged.dropFirst(before))
        }

        let taken = try reload(
            "limits:\n  window: 60\n  inFlight: 7\ndaemon:\n  deadline: 9s\n  readers: 1\nindex: other\n")
        #expect(taken.count == 1)
        #expect(taken.first?.contains("taken=daemon.deadline,limits.inFlight,limits.window") == true, "\(taken)")
        // The environment names the index, so the file's value has no effect.
        #expect(taken.first?.contains("whenStartedAgain=daemon.readers") == true, "\(taken)")
        #expect(try limits(home).window == 60)
        #expect(try limits(home).requestsInFlight == 7)
        #expect(try limits(home).deadlineMs == 9_000)
        let deep = try Programs.tracuu(["search", "--limit", "61", "mot"], in: home)
        #expect(deep.status == 2 && deep.errors.contains("60"))

        let broken = try reload("limits:\n  window: many\n")
        #expect(broken.count == 1)
        #expect(broken.first?.contains(" error ") == true && broken.first?.contains("limits.window") == true)
        #expect(try limits(home).window == 60)

        let louder = try reload("log:\n  level: debug\nlimits:\n  window: 60\n  inFlight: 7\ndaemon:\n  deadline: 9s\n")
        #expect(louder.first?.contains("taken=log.level") == true, "\(louder)")
        let before = supervisor.logged.count
        #expect(try Programs.tracuu(["search", "mot"], in: home).status == 0)
        #expect(supervisor.logged.dropFirst(before).contains { $0.contains(" debug ") })
        daemon.terminate()
        daemon.waitUntilExit()
        #expect(daemon.terminationStatus == 0)
    }
}
