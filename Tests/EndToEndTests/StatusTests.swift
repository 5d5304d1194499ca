import Foundation
import Testing

@Suite("The contents of status")
struct StatusTests {
    @Test("The daemon reports time, memory, connections, latencies and errors, with the same figures in each format")
    func daemon() throws {
        let home = try Home()
        _ = try Programs.tracuu(
            ["index", "--quiet", "--no-daemon", "-"], in: home, input: #"{"id": "a", "body": "Một"}"#)
        for _ in 0..<3 { #expect(try Programs.tracuu(["search", "mot"], in: home).status == 0) }
        #expect(try Programs.tracuu(["search", "--limit", "999999", "mot"], in: home).status == 2)
        #expect(try Programs.tracuu(["search", "(mot"], in: home).status == 2)
        let status = try Programs.tracuu(["status", "--json"], in: home).json()
        #expect(status["idleExitSeconds"] as? Int == 600)
        let memory = try #require(status["memory"] as? [String: Int])
        #expect(memory["residentBytes"] ?? 0 > 1 << 20)
        #expect(memory["peakBytes"] ?? 0 >= memory["residentBytes"] ?? 0)
        let connections = try #require(status["connections"] as? [String: Int])
        #expect(connections["open"] ?? 0 >= 1)
        #expect(connections["accepted"] ?? 0 >= 6)
        #expect(connections["refused"] == 0)
        let latency = try #require(status["latency"] as? [String: [String: Int]])
        let search = try #require(latency["search"])
        #expect(search["count"] == 5)
        #expect(search["p50Microseconds"] ?? 0 > 0)
        #expect(search["p50Microseconds"] ?? 0 <= search["p99Microseconds"] ?? 0)
        #expect(search["maxMicroseconds"] ?? 0 <= search["totalMicroseconds"] ?? 0)
        let recent = try #require(status["recentLatency"] as? [String: [String: Int]])
        #expect(recent["search"]?["count"] == 5)
        #expect((status["errorCounts"] as? [String: Int]) == ["too-large": 1, "bad-query": 1])
        let errors = try #require(status["errors"] as? [[String: Any]])
        #expect(errors.map { $0["code"] as? Int } == [-32005])

        let text = try Programs.tracuu(["status"], in: home).output
        let parts = [
            "articles: 1\n", "daemon: serving for ", "memory: ", "1 bad-query, 1 too-large", "limits: frameBytes ",
        ]
        for part in parts { #expect(text.contains(part), "\(text)") }
        let metrics = try Programs.tracuu(["status", "--prometheus"], in: home).output
        #expect(metrics.contains("\ntracuu_articles 1\n"))
        #expect(metrics.contains("\ntracuu_request_duration_seconds_count{method=\"search\"} 5\n"))
        #expect(metrics.contains("\ntracuu_limit_deadline_seconds 5.0\n"))
        #expect(try Programs.tracuu(["status", "--prometheus", "--json"], in: home).status == 2)
        let direct = try Programs.tracuu(["status", "--prometheus", "--no-daemon"], in: home).output
        #expect(direct.contains("\ntracuu_daemon_running 0\n"))
        #expect(!direct.contains("uptime"))
    }

    @Test("The command daemon start keeps a daemon that a search started, unless idleExit is set explicitly")
    func stays() throws {
        let home = try Home()
        _ = try Programs.tracuu(
            ["index", "--quiet", "--no-daemon", "-"], in: home, input: #"{"id": "a", "body": "Một"}"#)
        #expect(try Programs.tracuu(["search", "mot"], in: home).status == 0)
        let before = try Programs.tracuu(["status", "--json"], in: home).json()
        #expect(before["idleExitSeconds"] as? Int == 600)
        #expect(try Programs.tracuu(["daemon", "start"], in: home).status == 0)
        let after = try Programs.tracuu(["status", "--json"], in: home).json()
        #expect(after["process"] as? Int == before["process"] as? Int)
        #expect(after["idleExitSeconds"] == nil)
        #expect(try Programs.tracuu(["daemon", "stop"], in: home).status == 0)

        _ = try home.write("daemon:\n  idleExit: 1h\n", as: "tracuu.yaml")
        #expect(try Programs.tracuu(["search", "mot"], in: home).status == 0)
        #expect(try Programs.tracuu(["daemon", "start"], in: home).status == 0)
        #expect(try Programs.tracuu(["status", "--json"], in: home).json()["idleExitSeconds"] as? Int == 3_600)
    }
}
