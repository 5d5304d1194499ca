import Settings

/// The request of a command line.
enum Request {
    /// Run a command.
    case command(any Command)
    /// Show the help for a command, or for all where none is given.
    case help((any Command.Type)?)
    /// Show the version.
    case version
}

/// Parses command lines.
enum CommandLineParser {
    /// Parses the words after the program's name.
    ///
    /// - Parameters:
    ///   - words: the words.
    ///   - commands: the available commands.
    /// - Returns: the request.
    /// - Throws: `UsageError`, in one line.
    static func parse(_ words: [String], commands: [any Command.Type]) throws -> Request {
        guard let first = words.first else { return .help(nil) }
        switch first {
        case "-h", "--help": return .help(nil)
        case "--version": return .version
        case "help":
            guard let name = words.dropFirst().first else { return .help(nil) }
            return .help(try command(name, commands))
        default: break
        }
        guard !first.hasPrefix("-") else {
            throw UsageError(description: "\(first) is no command; options stand behind one, see tracuu --help")
        }
        return try parse(Array(words.dropFirst()), as: command(first, commands))
    }

    private static func command(_ name: String, _ commands: [any Command.Type]) throws -> any Command.Type {
        if let found = commands.first(where: { $0.name == name }) { return found }
        let hint = nearestName(to: name, among: commands.map { $0.name }).map { "; did you mean \($0)?" }
        throw UsageError(description: "there is no command \(name)" + (hint ?? "; see tracuu --help"))
    }

    private static func parse<Asked: Command>(_ words: [String], as type: Asked.Type) throws -> Request {
        var reading = Reading<Asked>()
        var place = 0
        while place < words.count {
            let word = words[place]
            place += 1
            if word == "--" {
                for rest in words[place...] { try reading.takeArgument(rest) }
                break
            }
            if word == "-h" || word == "--help" { return .help(type) }
            if word == "--version" { return .version }
            let isOption =
                word.hasPrefix("--") || reading.names(word)
                || word.hasPrefix("-") && word != "-" && !reading.takesHyphens
            guard isOption else {
                try reading.takeArgument(word)
                continue
            }
            if try reading.takeOption(word, next: place < words.count ? words[place] : nil) { place += 1 }
        }
        return .command(try reading.finished())
    }
}

/// A command that is being parsed.
private struct Reading<Asked: Command> {
    private var command = Asked()
    private let named: [Parameter<Asked>]
    private var arguments: ArraySlice<Parameter<Asked>>
    private var hasArgument = false
    let takesHyphens: Bool

    init() {
        named = Asked.allParameters.filter { !$0.isArgument }
        let positional = Asked.parameters.filter(\.isArgument)
        arguments = positional[...]
        takesHyphens = positional.contains { parameter in
            if case .arguments(_, takesHyphens: true) = parameter.form { return true }
            return false
        }
    }

    /// Whether a word is the name of an option, short or long.
    func names(_ word: String) -> Bool { named.contains { $0.words.contains(word) } }

    /// Parses an option.
    ///
    /// - Parameters:
    ///   - word: the word with its name, and optionally its value after `=`.
    ///   - next: the word after it.
    /// - Returns: whether `next` was its value.
    /// - Throws: `UsageError`.
    mutating func takeOption(_ word: String, next: String?) throws -> Bool {
        let sign = word.firstIndex(of: "=")
        let name = sign.map { String(word[..<$0]) } ?? word
        guard let parameter = named.first(where: { $0.words.contains(name) }) else {
            let known = named.map { "--" + $0.name } + ["--help", "--version"]
            let hint = nearestName(to: name, among: known).map { "did you mean \($0)?" }
            throw wrong("unknown option \(name)", hint)
        }
        guard case .option(let value) = parameter.form else {
            guard sign == nil else { throw wrong("\(name) takes no value") }
            _ = parameter.take(&command, "")
            return false
        }
        let given = sign.map { String(word[word.index(after: $0)...]) } ?? next
        // The name of an option is not a value, but a negative number may be one.
        guard let given, sign != nil || !given.hasPrefix("--") else { throw wrong("\(name) lacks its \(value)") }
        try put(given, into: parameter, called: name)
        return sign == nil
    }

    mutating func takeArgument(_ word: String) throws {
        guard let parameter = arguments.first else { throw wrong("\(word) is one word too many") }
        try put(word, into: parameter, called: parameter.name)
        if case .arguments = parameter.form { hasArgument = true } else { arguments.removeFirst() }
    }

    private mutating func put(_ word: String, into parameter: Parameter<Asked>, called name: String) throws {
        guard parameter.take(&command, word) else {
            throw wrong("\(name) cannot be \(word); expected \(parameter.expectation)")
        }
    }

    func finished() throws -> Asked {
        if let missing = arguments.first {
            switch missing.form {
            case .arguments(isRequired: false, _): break
            case .arguments where hasArgument: break
            default: throw wrong("\(missing.name) is missing")
            }
        }
        try command.validate()
        return command
    }

    private func wrong(_ reason: String, _ hint: String? = nil) -> UsageError {
        UsageError(description: "\(reason); " + (hint ?? "see tracuu \(Asked.name) --help"))
    }
}
