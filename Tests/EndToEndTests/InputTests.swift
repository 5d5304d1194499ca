import Foundation
import Testing

@Suite("The input of indexing")
struct InputTests {
    @Test(
        "A folder is the same under any of its names, and names may hold blanks, line breaks, % and ~",
        arguments: [".", "./", "../in", "sub/..", "sub/../"])
    func paths(name: String) throws {
        let home = try Home()
        for file in ["a b.txt", "~", "x%20y.txt", "dòng\nmới.txt", "sub/#?.txt"] {
            _ = try home.write("Bài \(file.count)\n\nNội dung bài viết.\n", as: "in/" + file)
        }
        let input = home.path + "/in"
        let first = try Programs.tracuu(["index", "--json", input], in: home).json()
        #expect(first["added"] as? Int == 5)
        let again = try Programs.tracuu(["index", "--json", name], in: home, folder: input)
        #expect(again.status == 0)
        #expect(try again.json()["unchanged"] as? Int == 5)
        let removed = try Programs.tracuu(["remove", name], in: home, folder: input)
        #expect(removed.output == "5 removed\n")
    }

    @Test("An empty path is not the current folder")
    func emptyPath() throws {
        let home = try Home()
        let outcome = try Programs.tracuu(["index", ""], in: home, folder: home.path)
        #expect(outcome.status == 2)
        #expect(outcome.errorLines.count == 1)
    }

    @Test("An id may contain slashes")
    func idWithSlashes() throws {
        let home = try Home()
        _ = try Programs.tracuu(["index", "-"], in: home, input: #"{"id": "2015/03/a", "body": "Một"}"#)
        #expect(try Programs.tracuu(["remove", "2015/03/a"], in: home).status == 0)
        let again = try Programs.tracuu(["remove", "2015/03/a"], in: home)
        #expect(again.status == 1)
        #expect(again.errors == "tracuu: 2015/03/a: no such article in the index\n")
    }

    @Test("A folder that was deleted is removed by its name alone, as by its path")
    func deletedFolder() throws {
        let home = try Home()
        let path = try home.write("Tin\n\nNội dung.\n", as: "in/a.txt")
        _ = try Programs.tracuu(["index", "--quiet", path], in: home)
        try FileManager.default.removeItem(atPath: home.path + "/in")
        #expect(try Programs.tracuu(["remove", "in"], in: home, folder: home.path).output == "1 removed\n")
        let again = try Programs.tracuu(["remove", "in"], in: home, folder: home.path)
        #expect(again.status == 1)
        #expect(again.errors == "tracuu: in: no such article in the index\n")
    }

    @Test("Standard input through the daemon: many batches, every bad line by its number, the same articles as without")
    func throughDaemon() throws {
        let home = try Home()
        _ = try Programs.tracuu(["daemon", "start"], in: home)
        let text = String(repeating: "đường sắt đô thị ", count: 500)
        var lines = (0..<200).map { "  {\"body\": \"số \($0) \(text)\"} " }
        lines[0] = "\u{FEFF}" + lines[0]
        lines[1] = ""
        lines[150] = #"{"id": "bare"}"#
        lines[160] = "{"
        lines[170] = "[1]"
        lines[180] = "{\"body\": \"" + String(repeating: "a", count: 1 << 20) + "\"}"
        let input = lines.joined(separator: "\n")
        let served = try Programs.tracuu(["index", "--json", "-"], in: home, input: input)
        let counts = try served.json()
        #expect(counts["added"] as? Int == 196, "the long line is longer than a message may be")
        let failed = try #require(counts["failed"] as? [[String: Any]])
        #expect(failed.compactMap { $0["line"] as? Int }.sorted() == [151, 161, 171])
        #expect(failed.allSatisfy { $0["path"] as? String == "-" })

        let direct = try Programs.tracuu(["index", "--json", "--no-daemon", "-", "-"], in: home, input: input).json()
        #expect(direct["unchanged"] as? Int == 196)
        let failedDirectly = try #require(direct["failed"] as? [[String: Any]])
        #expect(failedDirectly.compactMap { $0["reason"] as? String } == failed.compactMap { $0["reason"] as? String })
    }

    @Test("What comes through a pipe is searchable while the pipe stays open", arguments: [false, true])
    func slowly(isServed: Bool) throws {
        let home = try Home()
        if isServed { _ = try Programs.tracuu(["daemon", "start"], in: home) }
        let pipe = Pipe()
        let client = try Client(["index", "--json", "-"], in: home, source: pipe.fileHandleForReading)
        for number in 1...3 {
            let line = "{\"id\": \"n\(number)\", \"body\": \"tin vừa về\"}\n"
            try pipe.fileHandleForWriting.write(contentsOf: Data(line.utf8))
            while try home.articles() < number && client.process.isRunning {}
        }
        #expect(client.process.isRunning)
        // A line that is not finished counts at the end.
        try pipe.fileHandleForWriting.write(contentsOf: Data("{\"id\": \"n4\", \"body\": \"tin\"}".utf8))
        try pipe.fileHandleForWriting.close()
        #expect(try client.finish().json()["added"] as? Int == 4)
        #expect(try home.articles() == 4)
    }

    @Test("Compressed standard input is decompressed by the daemon too")
    func compressed() throws {
        let home = try Home()
        _ = try Programs.tracuu(["daemon", "start"], in: home)
        let file = try home.writeManyArticles(300)
        let line = "gzip < \(file) | \"$tracuu\" index --json -"
        let outcome = try Programs.shell(line, in: home)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains(#""added":300"#))
    }

    @Test("What only the caller can read is read beside a daemon and without one, with its name in what failed")
    func callersDescriptors() throws {
        let home = try Home()
        _ = try home.write("Bài trong tệp\n\nNội dung.\n", as: "in/a.txt")
        for name in ["b", "c", "d"] {
            _ = try home.write("{\"id\": \"\(name)\", \"body\": \"bến phà\"}\n{\n", as: name + ".jsonl")
        }
        let line = """
            cd "\(home.path)"; rm -f p; mkfifo p; (sleep 0.2; cat d.jsonl > p) &
            "$tracuu" index --json in <(cat b.jsonl) p /dev/stdin - < c.jsonl; wait
            """
        let direct = try Programs.shell(line, in: home)
        #expect(try direct.json()["added"] as? Int == 4)
        #expect(direct.errors.contains("p:2: ") && direct.errors.contains("/dev/stdin:2: "))
        _ = try Programs.tracuu(["daemon", "start"], in: home)
        let served = try Programs.shell(line, in: home)
        #expect(try served.json()["unchanged"] as? Int == 4)
        #expect(served.errorLines.count == direct.errorLines.count)

        let alone = try Programs.shell("\"$tracuu\" index --json --no-daemon <(cat \"\(home.path)/b.jsonl\")", in: home)
        #expect(try alone.json()["unchanged"] as? Int == 1)
        let closed = try Programs.shell("\"$tracuu\" index /dev/fd/77", in: home)
        #expect(closed.status == 2)
        #expect(closed.errorLines.count == 1)
    }

    @Test("An index that cannot be created gives one line and status 3, with --json too", arguments: [[], ["--json"]])
    func unwritable(options: [String]) throws {
        let home = try Home()
        let path = try home.write("Tin\n\nNội dung tin.\n", as: "a.txt")
        let outcome = try Programs.tracuu(["index", "--index", path + "/index", path] + options, in: home)
        #expect(outcome.status == 3)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorLines.count == 1)
        #expect(outcome.errors.contains(path + "/index"))
    }
}
