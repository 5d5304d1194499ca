import JSON
import SearchProtocol
import Testing

@testable import Commands

@Suite("The status for people and for Prometheus")
struct StatusOutputTests {
    private var status: StatusResult {
        var status = StatusResult(
            articles: 12, revision: 3, generation: 2, schemaVersion: 5, indexPath: "/x/in\ndex", bytes: 3 << 20,
            uptimeSeconds: 93_784, limits: Limits(),
            latency: JSONEntries([
                (
                    "search",
                    LatencySummary(
                        count: 4, p50Microseconds: 1_500, p95Microseconds: 20_000, p99Microseconds: 250_000,
                        maxMicroseconds: 300_000, totalMicroseconds: 323_000)
                )
            ]))
        status.process = 77
        (status.liveArticles, status.removedArticles) = (5, 2)
        status.queue = QueueSummary(readers: 3, running: 2, waiting: 1)
        status.indexing = IndexingStatus(.stopped, reason: "no room")
        status.version = "0.1 \"x\"\\"
        status.memory = MemoryStatus(residentBytes: 10 << 20, peakBytes: 20 << 20)
        status.connections = ConnectionFigures(open: 2, subscribed: 1, accepted: 9, refused: 3)
        status.errorCounts = JSONEntries([("busy", 3)])
        status.errors = [
            ErrorEvent(
                time: "2026-01-02T03:04:05Z", code: -32004, name: "busy", method: "search", message: "too many",
                count: 3)
        ]
        return status
    }

    @Test("The output for people has a line for each fact, and a table of latencies")
    func people() {
        let lines = StatusReport(status: status).lines
        #expect(lines.contains("daemon: serving for 1 d 2 h, process 77, version 0.1 \"x\"\\"))
        #expect(lines.contains("index: /x/in dex"))
        #expect(lines.contains("articles: 12"))
        #expect(lines.contains("storage: 5 articles not sealed yet, 2 removed ones still take up space"))
        #expect(lines.contains("memory: 10.0 MiB, at most 20.0 MiB"))
        #expect(lines.contains("connections: 2 open, 1 subscribed; 9 accepted and 3 refused since the start"))
        #expect(lines.contains("errors: 3 busy"))
        #expect(lines.contains("indexing: stopped: no room"))
        #expect(lines.contains("queue: 2 running, 1 waiting, 3 readers"))
        #expect(lines.contains("  2026-01-02T03:04:05Z search: too many (-32004) (3 times)"))
        let row = lines.first { $0.hasPrefix("  search") }?.split(separator: " ").map(String.init)
        #expect(row == ["search", "4", "1.50", "20.0", "250", "300", "0", "-", "-", "-"])
        var bare = StatusResult(articles: 1, revision: 1, generation: 1, schemaVersion: 5, indexPath: "/i", bytes: 1)
        #expect(StatusReport(status: bare).lines.last == "daemon: not running")
        #expect(StatusReport(status: bare, isDaemonAsked: false).lines.last == "daemon: not asked")
        (bare.liveArticles, bare.removedArticles) = (1, 1)
        #expect(
            StatusReport(status: bare).lines.last
                == "storage: 1 article not sealed yet, 1 removed one still takes up space")
    }

    @Test("In the Prometheus format every sample follows its family's header, in base units, with escaped labels")
    func prometheus() throws {
        let text = PrometheusText.text(of: status)
        #expect(text.hasSuffix("\n"))
        var (family, kind) = ("", "")
        var (families, samples) = (Set<String>(), Set<String>())
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if let head = line.wholeMatch(of: /# HELP ([a-z_]+) .*\./) {
                family = String(head.1)
                #expect(families.insert(family).inserted, "\(line)")
            } else if let type = line.wholeMatch(of: /# TYPE ([a-z_]+) (gauge|counter|summary)/) {
                #expect(String(type.1) == family)
                kind = String(type.2)
                #expect(family.hasSuffix("_total") == (kind == "counter"))
            } else {
                let sample = try #require(
                    line.wholeMatch(of: /([a-z_]+)((?:\{(?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)+\})?) ([0-9.e+-]+)/),
                    "\(line)")
                let names = kind == "summary" ? [family, family + "_sum", family + "_count"] : [family]
                #expect(names.contains(String(sample.1)), "\(line)")
                #expect(Double(sample.3) != nil)
                #expect(samples.insert(String(sample.1) + String(sample.2)).inserted, "\(line)")
            }
        }
        for sample in [
            "tracuu_articles 12", "tracuu_index_size_bytes 3145728", "tracuu_uptime_seconds 93784",
            #"tracuu_build_info{version="0.1 \"x\"\\",schema_version="5"} 1"#, "tracuu_connections_refused_total 3",
            #"tracuu_request_duration_seconds{method="search",quantile="0.99"} 0.25"#,
            #"tracuu_request_duration_seconds_sum{method="search"} 0.323"#, #"tracuu_errors_total{error="busy"} 3"#,
            "tracuu_requests_waiting 1", #"tracuu_indexing_state{state="stopped"} 1"#,
            "tracuu_limit_frame_bytes 1048576", "tracuu_limit_deadline_seconds 5.0",
        ] { #expect(text.contains("\n" + sample + "\n") || text.hasPrefix(sample + "\n"), "\(sample)") }
    }
}
