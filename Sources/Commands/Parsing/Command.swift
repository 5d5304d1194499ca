/// A command of the client: its parameters are declared once, and both parsing and help use them.
protocol Command {
    /// The word that calls it.
    static var name: String { get }
    /// Its purpose, in one sentence.
    static var abstract: String { get }
    /// More details, for its help.
    static var discussion: String { get }
    /// Its parameters besides the options of every command, in the order in which its help lists them.
    static var parameters: [Parameter<Self>] { get }

    /// Creates the command with the default values.
    init()

    /// The options of every command.
    var common: CommonChoices { get set }

    /// Validates values that depend on each other.
    ///
    /// - Throws: `UsageError`.
    func validate() throws

    /// Runs the command.
    func run() throws
}

extension Command {
    static var discussion: String { "" }
    static var parameters: [Parameter<Self>] { [] }

    func validate() throws {}

    /// All of its parameters.
    static var allParameters: [Parameter<Self>] { parameters + commonParameters }
}
