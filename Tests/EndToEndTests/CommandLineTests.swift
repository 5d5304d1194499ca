import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
    private func home() throws -> Home {
        let home = try Home()
        let input = """
            {"id": "a", "title": "Hội \\u001b]0;x\\u0007nghị", "body": "Covid ở Hà Nội", "k\\u001b[31m": "v"}
            {"id": "b", "title": "Chợ nổi", "body": "Hà Nội"}
            """
        _ = try Programs.tracuu(["index", "--quiet", "-"], in: home, input: input)
        return home
    }

    @Test(
        "Help and version are not errors",
        arguments: [[], ["--help"], ["help", "search"], ["search", "-h"], ["--version"]])
    func help(arguments: [String]) throws {
        let outcome = try Programs.tracuu(arguments, in: try Home())
        #expect(outcome.status == 0)
        #expect(!outcome.output.isEmpty)
        #expect(outcome.errors.isEmpty)
    }

    @Test(
        "A hyphen before a word excludes it, whatever its first letter; after -- no argument is an option",
        arguments: [
            ["nội", "-covid"], ["nội", "-hội"], ["-covid", "nội"], ["--limit", "5", "nội", "-covid", "--no-daemon"],
            ["--", "nội", "-hội"], ["nội", "--", "-covid"], ["nội -covid"],
        ])
    func hyphens(arguments: [String]) throws {
        let outcome = try Programs.tracuu(["search", "--format", "paths"] + arguments, in: home())
        #expect(outcome.output == "b\n")
        #expect(outcome.status == 0)
    }

    @Test("No text of an article controls the terminal, and colours appear only on request")
    func escapes() throws {
        let home = try home()
        for arguments in [["search", "hội"], ["show", "a"], ["search", "--format", "vimgrep", "hội"]] {
            let plain = try Programs.tracuu(arguments, in: home)
            #expect(plain.status == 0)
            #expect(!plain.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
            #expect(try Programs.tracuu(arguments + ["--color", "never"], in: home).output == plain.output)
        }
        let coloured = try Programs.tracuu(["search", "--color", "always", "hội"], in: home).output
        #expect(coloured.contains("\u{1B}[") && !coloured.contains("\u{1B}]"))
    }

    @Test("The option --quiet keeps results and errors")
    func quiet() throws {
        let home = try home()
        let found = try Programs.tracuu(["search", "--quiet", "nội"], in: home)
        #expect(!found.output.isEmpty && found.errors.isEmpty)
        let nothing = try Programs.tracuu(["search", "--quiet", "zzz"], in: home)
        #expect(nothing.status == 1 && nothing.output.isEmpty && nothing.errors.isEmpty)
        #expect(try Programs.tracuu(["search", "--quiet", "(a"], in: home).errorLines.count == 1)
    }

    @Test(
        "The option --json prints one JSON object",
        arguments: [
            ["search", "nội"], ["search", "zzz"], ["show", "a"], ["status"], ["fields"], ["remove", "a"], ["rebuild"],
        ])
    func json(arguments: [String]) throws {
        let outcome = try Programs.tracuu(arguments + ["--json"], in: home())
        #expect(try !outcome.json().isEmpty)
        #expect(outcome.output.split(separator: "\n").count == 1)
    }
}
