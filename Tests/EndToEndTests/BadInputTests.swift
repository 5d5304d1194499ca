import Foundation
import Testing

@Suite("Bad input gives one clear line and the right status")
struct BadInputTests {
    @Test("Bad files are named on one line each, and all other files are indexed")
    func files() throws {
        let home = try Home()
        _ = try home.write("{\"id\": \"x\", \"body\": \"Tin tốt\"}\n{\"id\": \"y\", \"bo\n", as: "in/broken.jsonl")
        _ = try home.write("", as: "in/empty.txt")
        _ = try home.write("Bài viết tốt\n\nNội dung của bài viết tốt.\n", as: "in/good.txt")
        try Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2, 0, 0]).write(to: home.file("in/binary.txt"))
        try FileManager.default.createSymbolicLink(
            atPath: home.path + "/in/dangling.txt", withDestinationPath: home.path + "/nowhere")
        let missing = home.path + "/no-such-folder"
        let outcome = try Programs.tracuu(["index", home.path + "/in", missing], in: home)
        #expect(outcome.status == 2, "a path that is not there is wrong usage")
        #expect(outcome.output.contains("2 added"))
        for name in ["broken.jsonl:2", "empty.txt", "binary.txt", "dangling.txt", "no-such-folder"] {
            #expect(outcome.errorLines.filter { $0.contains(name) }.count == 1, "one line for \(name)")
        }
        #expect(outcome.errorLines.count == 5)
        let rest = try Programs.tracuu(["index", home.path + "/in"], in: home)
        #expect(rest.status == 0, "bad files do not make the run a failure")
        let nothing = try Programs.tracuu(["index", home.path + "/in/binary.txt"], in: home)
        #expect(nothing.status == 1)
    }

    @Test(
        "A date that cannot be read is named with its file and line, and the article is indexed",
        arguments: [[], ["--no-daemon"]])
    func unreadDate(way: [String]) throws {
        let home = try Home()
        _ = try Programs.tracuu(["daemon", "start", "--quiet"], in: home)
        let text = "{\"id\": \"x\", \"body\": \"Tin\"}\n{\"id\": \"y\", \"body\": \"Tin\", \"date\": \"30/02/2015\"}\n"
        let path = try home.write(text, as: "a.jsonl")
        for (name, input) in [(path, ""), ("-", text)] {
            let told = try Programs.tracuu(["index", name] + way, in: home, input: input)
            #expect(told.status == 0)
            #expect(
                told.errorLines == ["tracuu: 1 article has a date that could not be read, \(name):2 \"30/02/2015\""])
            let json = try Programs.tracuu(["index", "--quiet", "--json", name] + way, in: home, input: input)
            let dates = try #require(try json.json()["unreadDates"] as? [String: Any])
            #expect(dates["count"] as? Int == 1 && json.errors.isEmpty)
            #expect((dates["first"] as? [[String: Any]])?.first?["line"] as? Int == 2)
        }
    }

    @Test("A line of 100 MB is one failure, and the lines around it are indexed")
    func longLine() throws {
        let home = try Home()
        let file = home.file("long.jsonl")
        _ = FileManager.default.createFile(
            atPath: file.path, contents: Data("{\"body\": \"trước\"}\n{\"body\": \"".utf8))
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        let piece = Data(repeating: 0x61, count: 1 << 20)
        for _ in 0..<100 { try handle.write(contentsOf: piece) }
        try handle.write(contentsOf: Data("\"}\n{\"body\": \"sau\"}\n".utf8))
        try handle.close()
        let outcome = try Programs.tracuu(["index", file.path], in: home)
        #expect(outcome.output.contains("2 added"))
        #expect(outcome.errorLines.count == 1)
        #expect(outcome.errors.contains("long.jsonl:2"))
    }

    @Test(
        "Wrong usage ends with status 2",
        arguments: [
            ["search", "title:\"abc"], ["search", "date:2015-13"], ["search", "--limt", "3", "a"], ["search", ""],
            ["serch"],
            ["index"], ["search", "--limit", "-1", "a"], ["search", "--limit", "x", "a"],
            ["search", "--since", "abc", "a"], ["search", "--limit"], ["search", "--sort", "x", "a"], ["daemon", "x"],
            ["show"], ["--json"], ["search", "--limit", "20000", "a"],
        ])
    func usage(arguments: [String]) throws {
        let home = try Home()
        _ = try home.write("Tin\n\nNội dung tin.\n", as: "a.txt")
        _ = try Programs.tracuu(["index", home.path + "/a.txt"], in: home)
        let outcome = try Programs.tracuu(arguments, in: home)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorLines.count == 1)
        #expect(!outcome.errors.contains("Swift"))
    }

    @Test("The error for a bad query names the column")
    func column() throws {
        let home = try Home()
        _ = try home.write("Tin\n\nNội dung tin.\n", as: "a.txt")
        _ = try Programs.tracuu(["index", home.path + "/a.txt"], in: home)
        let outcome = try Programs.tracuu(["search", "tin (a OR"], in: home)
        #expect(outcome.status == 2)
        #expect(outcome.errorLines.count == 1)
        #expect(outcome.errors.contains("column"))
    }

    @Test(
        "Pasted text finds what it says, a query of signs says that it has no letter, bytes that are not UTF-8 are named"
    )
    func pasted() throws {
        let home = try Home()
        let article =
            #"{"id": "a", "title": "Cao tốc Bãi Sậy - Cồn Tre \"thông xe\" (Nguồn: AP)", "body": "Dài 30 cây số."}"#
        _ = try Programs.tracuu(["index", "--quiet", "-"], in: home, input: article)
        let title = "Cao tốc Bãi Sậy - Cồn Tre 'thông xe' (Nguồn: AP) \""
        #expect(try Programs.tracuu(["search", "--format", "jsonl", title], in: home).output.contains(#""id":"a""#))
        let signs = try Programs.tracuu(["search", "--no-daemon", "🎉"], in: home)
        #expect(signs.status == 2 && signs.errors.contains("no letter or digit"))
        for command in ["search", "show", "index", "status --socket"] {
            let outcome = try Programs.shell("\"$tracuu\" \(command) $'bài\\xff'", in: home)
            #expect(outcome.status == 2 && outcome.errorLines.count == 1)
            #expect(outcome.errors.contains(#"well-formed UTF-8 at byte 5 of bài\xFF"#), "\(outcome.errors)")
        }
    }

    @Test("A missing index, a socket path of 120 characters and an unknown key give one line each")
    func surroundings() throws {
        let home = try Home()
        let missing = try Programs.tracuu(["search", "--no-daemon", "tin"], in: home)
        #expect(missing.status == 3)
        #expect(missing.errorLines.count == 1)
        #expect(missing.errors.contains("tracuu index"))

        let long = "/tmp/" + String(repeating: "x", count: 115)
        let socket = try Programs.tracuu(["search", "--socket", long, "tin"], in: home)
        #expect(socket.status == 2)
        #expect(socket.errorLines.count == 1)
        #expect(socket.errors.contains("107"))

        let file = try home.write("daemon:\n  idelExit: 5m\n", as: "bad.yaml")
        let config = try Programs.tracuu(["status", "--config", file], in: home)
        #expect(config.status == 2)
        #expect(config.errorLines.count == 1)
        #expect(config.errors.contains("bad.yaml:2"))
        #expect(config.errors.contains("idleExit"))
    }
}
