/// A command of the client: what it takes is written once, and parsed and explained from there.
protocol Command {
    /// The word by which it is called.
    static var name: String { get }
    /// What it does, in one sentence.
    static var abstract: String { get }
    /// More about it, for its help.
    static var discussion: String { get }
    /// What it takes besides the options of every command, in the order of its help.
    static var parameters: [Parameter<Self>] { get }

    /// The command with what counts where nothing is given.
    init()

    /// The options of every command.
    var common: CommonChoices { get set }

    /// Says what is wrong with values that belong together.
    ///
    /// - Throws: `UsageError`.
    func validate() throws

    /// Does what it is for.
    func run() throws
}

extension Command {
    static var discussion: String { "" }
    static var parameters: [Parameter<Self>] { [] }

    func validate() throws {}

    /// All that it takes.
    static var allParameters: [Parameter<Self>] { parameters + commonParameters }
}
