import Foundation
import SearchClient
import UnixSockets

extension Home {
    /// Writes enough articles for many commits, some megabytes of invented text, and returns the file's path.
    func writeManyArticles(_ count: Int) throws -> String {
        let words = [
            "thành", "ủy", "quận", "huyện", "đảng", "bộ", "hội", "nghị", "nông", "thôn", "mới", "đường", "sắt",
        ]
        var lines = ""
        for number in 0..<count {
            let text = (0..<200).map { words[(number * 7 + $0 * $0) % words.count] }.joined(separator: " ")
            lines += "{\"id\": \"n\(number)\", \"title\": \"Bài số \(number)\", \"body\": \"\(text)\"}\n"
        }
        return try write(lines, as: "many.jsonl")
    }

    /// Makes clients and daemon commit often.
    func commitOften() throws {
        _ = try write("writing:\n  commitBytes: 64KiB\n", as: "tracuu.yaml")
    }

    /// Indexes one article, so that later ones are written and committed step by step rather than in one bulk load.
    func indexFirstArticle() throws {
        let path = try write("{\"id\": \"first\", \"title\": \"Bài đầu\"}\n", as: "first.jsonl")
        _ = try Programs.tracuu(["index", "--quiet", "--no-daemon", path], in: self)
    }

    /// The number of articles in the index; 0 before the first commit.
    func articles() throws -> Int {
        let status = try Programs.tracuu(["status", "--json", "--no-daemon"], in: self)
        return status.status == 0 ? try status.json()["articles"] as? Int ?? 0 : 0
    }

    /// A connection that is handed to one other thread and used by that thread only.
    struct Handed: @unchecked Sendable {
        // Safe: the test makes it, gives it to one thread and does not touch it again.
        let value: Connection
    }

    /// Connects to the daemon as soon as it listens.
    func connect() throws -> Handed {
        let path = try SocketPath(socket)
        for _ in 0..<1_000 {
            if let connection = try Connection.ifServed(at: path) { return Handed(value: connection) }
            usleep(10_000)
        }
        throw CocoaError(.fileReadNoSuchFile)
    }
}
