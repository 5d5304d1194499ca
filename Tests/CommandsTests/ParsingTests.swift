import ArgumentParser
import Testing

@testable import Commands

@Suite("From arguments to a command")
struct ParsingTests {
    @Test("A command parsed on its own has the options that it has when parsed from the root")
    func options() throws {
        let arguments = ["search", "--limit", "3", "--sort", "newest", "--index", "/i", "hà", "-nội", "--json"]
        for command in [try Tracuu.command(for: arguments), try Tracuu.parseAsRoot(arguments)] {
            let search = try #require(command as? SearchCommand)
            #expect((search.limit, search.sort, search.common.index, search.common.json) == (3, .newest, "/i", true))
            #expect(search.query == ["hà", "-nội"])
        }
    }

    @Test(
        "A search without options is what the parser makes of it",
        arguments: [
            ["search", "hà", "nội"], ["search"], ["search", "help"], ["search", "", "a b"], ["search", "search", "("],
        ])
    func withoutOptions(arguments: [String]) throws {
        let parsed = try #require(try Tracuu.command(for: arguments) as? SearchCommand)
        #expect(Search(withoutOptions: arguments) == parsed.search)
    }

    @Test(
        "Anything that may be an option is left to the parser",
        arguments: [
            [], ["--json", "search", "a"], ["search", "-a"], ["search", "a", "--json"], ["search", "--", "a"],
            ["show", "a"],
            ["search", "-"],
        ])
    func withOptions(arguments: [String]) { #expect(Search(withoutOptions: arguments) == nil) }

    @Test(
        "Mistakes, help and version are told as from the root",
        arguments: [
            ["search", "--limit", "x"], ["show"], ["search", "--version"], ["daemon", "rest"], ["seach"],
            ["index", "--no-such"], ["similar", "--limit", "-1", "a"],
        ])
    func mistakes(arguments: [String]) {
        let messages = [Tracuu.command(for:), { try Tracuu.parseAsRoot($0) }].map { parse in
            do {
                return "\(type(of: try parse(arguments)))"
            } catch {
                return Tracuu.fullMessage(for: error)
            }
        }
        #expect(messages[0] == messages[1])
        #expect(messages[0] != "SearchCommand")
    }

    @Test(
        "Help for a command stands below the program's name", arguments: [["search", "--help"], ["help", "search"]])
    func help(arguments: [String]) throws {
        var command = try Tracuu.command(for: arguments)
        let error = #expect(throws: (any Error).self) { try command.run() }
        #expect(error.map { Tracuu.fullMessage(for: $0) }?.contains("USAGE: tracuu search") == true)
    }

    @Test("Words that stand for values are offered and described by themselves")
    func choices() {
        #expect(SearchFormat.allValueStrings == ["human", "json", "jsonl", "vimgrep", "paths"])
        #expect(SearchFormat.allValueDescriptions.isEmpty)
        #expect(SearchFormat(argument: "jsonl") == .jsonl)
        #expect(SearchFormat(argument: "xml") == nil)
    }
}
