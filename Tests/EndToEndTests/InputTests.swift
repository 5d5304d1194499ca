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
        #expect(counts["added"] as? Int == 195)
        let failed = try #require(counts["failed"] as? [[String: Any]])
        #expect(failed.compactMap { $0["line"] as? Int }.sorted() == [151, 161, 171, 181])
        #expect(failed.allSatisfy { $0["path"] as? String == "-" })
        let tooLong = try #require(failed.first { $0["line"] as? Int == 181 }?["reason"] as? String)
        #expect(tooLong.contains("1048576") && tooLong.contains("--no-daemon"))

        let direct = try Programs.tracuu(["index", "--json", "--no-daemon", "-", "-"], in: home, input: input).json()
        #expect(direct["unchanged"] as? Int == 195)
        #expect(direct["added"] as? Int == 1, "without a daemon there is no message for the long line to fit")
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
