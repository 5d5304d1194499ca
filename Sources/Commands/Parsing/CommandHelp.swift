/// Help text, generated from the declarations of the commands.
enum CommandHelp {
    private static let width = 80
    private static let column = 26

    /// The help for the whole program.
    static func text(_ abstract: String, _ discussion: String, commands: [any Command.Type]) -> String {
        let rows = commands.map { ($0.name, $0.abstract) }
        return [
            overview(abstract, discussion), "USAGE: tracuu <command>", section("COMMANDS", rows),
            section("OPTIONS", general), "See 'tracuu help <command>' for more.",
        ].joined(separator: "\n\n")
    }

    /// The help for a command.
    static func text<Asked: Command>(of type: Asked.Type) -> String {
        let parameters = Asked.allParameters
        let arguments = parameters.filter(\.isArgument)
        let usage = ["USAGE: tracuu \(Asked.name) [options]"] + arguments.map { word($0) }
        var sections = [overview(Asked.abstract, Asked.discussion), usage.joined(separator: " ")]
        if !arguments.isEmpty { sections.append(section("ARGUMENTS", arguments.map { ("<\($0.name)>", $0.help) })) }
        let options = parameters.filter { !$0.isArgument }.map { parameter in
            let words = parameter.words.joined(separator: ", ")
            guard case .option(let value) = parameter.form else { return (words, parameter.help) }
            return ("\(words) <\(value)>", parameter.help)
        }
        return (sections + [section("OPTIONS", options + general)]).joined(separator: "\n\n")
    }

    private static let general = [("--version", "Show the version."), ("-h, --help", "Show this help.")]

    private static func overview(_ abstract: String, _ discussion: String) -> String {
        let overview = wrapped("OVERVIEW: " + abstract)
        return discussion.isEmpty ? overview : overview + "\n\n" + wrapped(discussion)
    }

    private static func word<Asked>(_ parameter: Parameter<Asked>) -> String {
        switch parameter.form {
        case .arguments(isRequired: true, _): "<\(parameter.name)> ..."
        case .arguments: "[<\(parameter.name)> ...]"
        default: "<\(parameter.name)>"
        }
    }

    private static func section(_ title: String, _ rows: [(name: String, help: String)]) -> String {
        var lines = [title + ":"]
        for row in rows {
            let name = "  " + row.name
            let help = wrapped(row.help, indent: column)
            if name.count + 2 > column {
                lines += [name, help]
            } else {
                lines.append(name + String(help.dropFirst(name.count)))
            }
        }
        return lines.joined(separator: "\n")
    }

    /// A text wrapped at the width of the page, with each line indented.
    private static func wrapped(_ text: String, indent: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = margin
            for word in paragraph.split(separator: " ") {
                if line.count > indent && line.count + 1 + word.count > width {
                    lines.append(line)
                    line = margin
                }
                line += (line.count > indent ? " " : "") + word
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }
}
