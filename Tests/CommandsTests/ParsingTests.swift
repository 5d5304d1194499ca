import Testing

@testable import Commands

@Suite("Parsing arguments into a command")
struct ParsingTests {
    private func request(_ arguments: [String]) throws -> Request {
        try CommandLineParser.parse(arguments, commands: Tracuu.commands)
    }

    private func search(_ arguments: [String]) throws -> SearchCommand {
        guard case .command(let command) = try request(["search"] + arguments) else {
            throw UsageError(description: "")
        }
        return try #require(command as? SearchCommand)
    }

    @Test("Options come before, between and after the words, with their values after a space or =")
    func options() throws {
        let command = try search([
            "--limit", "3", "hà", "--sort=newest", "-nội", "--json", "--facet", "year", "--facet=source", "--index",
            "/i=j",
        ])
        #expect((command.limit, command.sort, command.common.index, command.common.json) == (3, .newest, "/i=j", true))
        #expect(command.query == ["hà", "-nội"])
        #expect(command.facets == [.year, .source])
        #expect((command.offset, command.match, command.common.quiet, command.format) == (0, .auto, false, nil))
    }

    @Test(
        "The query is all words in order; after -- no argument is an option",
        arguments: [
            (["hà", "nội"], "hà nội"), (["-covid", "hà"], "-covid hà"), (["hà", "--", "--json", "--"], "hà --json --"),
            (["--", "-hội"], "-hội"), ([], ""), (["a", "-", "b"], "a - b"), (["help"], "help"), (["", "a b"], " a b"),
        ])
    func query(words: [String], text: String) throws {
        #expect(SearchCommand.text(of: try search(words).query) == text)
    }

    @Test(
        "A usage error is one line that says how to correct it",
        arguments: [
            (["search", "--limit", "x"], "--limit cannot be x; expected a whole number; see tracuu search --help"),
            (["search", "--limit"], "--limit lacks its limit; see tracuu search --help"),
            (["search", "--since", "--json"], "--since lacks its date; see tracuu search --help"),
            (["search", "hà", "--limt", "--", "a"], "unknown option --limt; did you mean --limit?"),
            (["search", "--json=x"], "--json takes no value; see tracuu search --help"),
            (
                ["search", "--sort", "x"],
                "--sort cannot be x; expected relevance, newest, oldest; see tracuu search --help"
            ),
            (["show"], "id is missing; see tracuu show --help"),
            (["remove"], "id-or-path is missing; see tracuu remove --help"),
            (["show", "a", "b"], "b is one word too many; see tracuu show --help"),
            (["show", "-a"], "unknown option -a; see tracuu show --help"),
            (["daemon", "rest"], "action cannot be rest; expected start, stop, restart; see tracuu daemon --help"),
            (["seach"], "there is no command seach; did you mean search?"),
            (["--json", "search", "a"], "--json is no command; options stand behind one, see tracuu --help"),
            (["help", "nothing"], "there is no command nothing; see tracuu --help"),
            (["similar", "--limit", "-1", "a"], "--limit and --offset count from 0"),
            (["search", "-0", "a"], "--null has no place in --format human; use paths or vimgrep"),
            (["similar", "--null", "--json", "a"], "--null has no place in --format json; use paths or vimgrep"),
            (["show", "-0", "a"], "unknown option -0; see tracuu show --help"),
            (["show", ""], "the id is empty; tracuu search prints ids"),
        ])
    func mistakes(arguments: [String], line: String) {
        let error = #expect(throws: UsageError.self) { try request(arguments) }
        #expect(error?.description == line)
    }

    @Test("An option may have a short name, which is a word of the query only after --")
    func shortNames() throws {
        let command = try search(["--format", "paths", "-0", "a"])
        #expect(command.null && command.query == ["a"])
        let excluding = try search(["a", "-01", "--", "-0"])
        #expect(!excluding.null && excluding.query == ["a", "-01", "-0"])
    }

    @Test("A word that is not UTF-8 is refused with the place and the bytes, and nothing in it is replaced")
    func encoding() throws {
        #expect(try ArgumentWords.text(of: Array("thủy 🎉".utf8)) == "thủy 🎉")
        for (word, place) in [
            ([0x62, 0xC3, 0xA0, 0x69, 0xFF, 0x2F], #"byte 5 of bài\xFF/; "#), ([0xE9], #"byte 1 of \xE9; "#),
            ([0x61, 0xE1, 0xBB], #"byte 2 of a\xE1\xBB; "#),
            ([0xED, 0xA0, 0x80, 0x61, 0xC0], #"of \xED\xA0\x80a\xC0; "#),
        ] as [([UInt8], String)] {
            let error = #expect(throws: UsageError.self) { try ArgumentWords.text(of: word) }
            #expect(error?.description.hasPrefix("expected well-formed UTF-8 at byte ") == true)
            #expect(error?.description.contains(place) == true, "\(error?.description ?? "")")
        }
    }

    @Test("A lone hyphen is an argument, and an optional argument may be missing")
    func arguments() throws {
        guard case .command(let command) = try request(["index", "-", "a"]) else { throw UsageError(description: "") }
        #expect((command as? IndexCommand)?.path == ["-", "a"])
        guard case .command(let bare) = try request(["index"]) else { throw UsageError(description: "") }
        #expect((bare as? IndexCommand)?.path.isEmpty == true)
    }

    @Test(
        "Help can be requested in several ways",
        arguments: [["search", "--help"], ["help", "search"], ["search", "a", "-h"]])
    func help(arguments: [String]) throws {
        guard case .help(let command?) = try request(arguments) else { throw UsageError(description: "") }
        #expect(ObjectIdentifier(command) == ObjectIdentifier(SearchCommand.self))
        let text = Tracuu.help(for: command)
        #expect(text.contains("USAGE: tracuu search [options] [<query> ...]"))
        #expect(text.contains("\n  --since <date>          Only articles published on or after a date.\n"))
        #expect(text.contains("\n  -0, --null              End each path with a NUL byte"))
    }

    @Test("The general help lists every command, names are unique, and each help page fits 80 columns")
    func allHelp() throws {
        let all = Tracuu.help(for: nil)
        #expect(Set(Tracuu.commands.map { $0.name }).count == Tracuu.commands.count)
        for command in Tracuu.commands {
            #expect(all.contains("\n  \(command.name) "))
            let text = Tracuu.help(for: command)
            for option in ["--config <file>", "--no-daemon", "--color <when>", "--help", "--version"] {
                #expect(text.contains(option), "\(command.name)")
            }
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text)")
        }
        #expect(all.split(separator: "\n").allSatisfy { $0.count <= 80 })
        for arguments in [[], ["--help"], ["-h"], ["help"]] {
            guard case .help(nil) = try request(arguments) else { throw UsageError(description: "") }
        }
    }

    @Test("The version option works before or after a command", arguments: [["--version"], ["search", "--version"]])
    func version(arguments: [String]) throws {
        guard case .version = try request(arguments) else { throw UsageError(description: "") }
    }
}
