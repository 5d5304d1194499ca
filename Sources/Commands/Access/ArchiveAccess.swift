import JSON
import SearchClient
import SearchProtocol
import Settings
import UnixSockets

/// The way to the index: a connection to the daemon that serves it, or to one that serves this command alone.
///
/// A daemon that ends because it is idle may do so in the very moment in which somebody connects; a question is then asked
/// once more of the next one.
final class ArchiveAccess {
    /// What to do where no daemon runs.
    enum Starting {
        /// Start one that stays for a while: what asks once asks again soon.
        case onDemand
        /// Start one that opens the index for this command alone, and ends with it.
        case privately
    }

    private(set) var connection: Connection
    private let reconnect: () throws -> Connection

    /// Finds the way, by what runs and what was asked for.
    ///
    /// - Parameters:
    ///   - options: what was asked for.
    ///   - settings: where the daemon and the index are.
    ///   - starting: what to do where no daemon runs.
    ///   - first: what a daemon will be asked, and nothing that changes the index: one that serves another gets it too.
    ///   - input: a descriptor that a private process gets to read articles from; see `Connection.readsInput`.
    /// - Throws: `ClientError`, `SocketPathError`, and `UsageError` where the socket named serves another index.
    convenience init(
        _ options: CommonChoices, _ settings: Settings, starting: Starting, asking first: FirstRequest? = nil,
        handingOver input: Int32? = nil
    ) throws {
        try self.init { try ArchiveAccess.connect(options, settings, starting, first, input) }
    }

    /// A way that a daemon of this command's own opens, whether another runs or not.
    ///
    /// - Parameter settings: where the index is.
    /// - Throws: `ClientError`.
    convenience init(privately settings: Settings) throws {
        try self.init { try ArchiveAccess.startPrivately(settings) }
    }

    private init(_ connect: @escaping () throws -> Connection) throws {
        connection = try connect()
        reconnect = connect
    }

    private static func connect(
        _ options: CommonChoices, _ settings: Settings, _ starting: Starting, _ first: FirstRequest?, _ input: Int32?
    ) throws -> Connection {
        guard !options.noDaemon else { return try startPrivately(settings, asking: first, input) }
        let path = try SocketPath(settings.socket)
        let served =
            switch starting {
            case .privately: try Connection.ifServed(at: path, hello: hello, asking: first)
            case .onDemand: try launcher(settings, isOnDemand: true).connect(to: path, hello: hello, asking: first)
            }
        guard let served else { return try startPrivately(settings, asking: first, input) }
        guard let index = served.greeting?.indexPath, index != settings.index else { return served }
        // A daemon that serves another index is of no use here, but one of this command's own is just as good.
        guard options.socket == nil else {
            throw UsageError(
                description: "the daemon at \(path.path) serves \(index), not \(settings.index); "
                    + "name its index with --index or leave out --socket")
        }
        return try startPrivately(settings, asking: first, input)
    }

    private static let hello = InitializeParams(clientName: "tracuu")

    private static func startPrivately(
        _ settings: Settings, asking first: FirstRequest? = nil, _ input: Int32? = nil
    ) throws -> Connection {
        // What goes wrong is an answer, and told once: by this process.
        let arguments = ["--stdio", "--log-level", "critical"] + arguments(settings)
        return try Connection.starting("tracuud", arguments, hello: hello, asking: first, handingOver: input)
    }

    /// How to start the daemon with these settings.
    static func launcher(_ settings: Settings, isOnDemand: Bool) -> DaemonLauncher {
        DaemonLauncher(
            arguments: arguments(settings) + (isOnDemand ? ["--on-demand"] : []), log: settings.socket + ".log")
    }

    private static func arguments(_ settings: Settings) -> [String] {
        let arguments = ["--index", settings.index, "--socket", settings.socket]
        guard let file = settings.configurationFile else { return arguments }
        return arguments + ["--config", file]
    }
}

extension ArchiveAccess {
    /// Asks what changes nothing, and once more of the next daemon where this one ends before it answers.
    ///
    /// - Parameters:
    ///   - method: what to ask.
    ///   - params: the parameters.
    /// - Returns: the result.
    /// - Throws: `ClientError`.
    func ask<Output: JSONReadable>(_ method: Method, _ params: (some JSONWritable)?) throws -> Output {
        do {
            return try connection.call(method, params, returning: Output.self)
        } catch {
            switch error {
            case .connectionLost, .processEnded: break
            default: throw error
            }
            connection = try reconnect()
            return try connection.call(method, params, returning: Output.self)
        }
    }

    /// Asks what changes nothing and has no parameters.
    func ask<Output: JSONReadable>(_ method: Method) throws -> Output { try ask(method, JSONValue?.none) }

    /// Has work done that may take long or change the index.
    ///
    /// - Parameters:
    ///   - method: what to do.
    ///   - params: the parameters, with the token that notifications of progress are to carry.
    ///   - progress: told how far it has come, and whom it waits for.
    /// - Returns: the result.
    /// - Throws: `ClientError`; `CancellationError` where SIGINT had it cancelled.
    func work<Output: JSONReadable>(
        _ method: Method, _ params: some JSONWritable, progress: (ProgressValue) -> Void
    ) throws -> Output {
        do {
            return try connection.call(method, params, returning: Output.self) { name, params in
                guard name == Method.progress.name, let params, let told = try? ProgressParams(json: params) else {
                    return
                }
                progress(told.value)
            }
        } catch {
            let isCancelled = answer(in: error)?.known == .cancelled
            let hasCancelled = connection.interruption?.hasCome ?? false
            throw isCancelled && hasCancelled ? CancellationError() : error
        }
    }

    /// Has work done that has no parameters of its own.
    func work<Output: JSONReadable>(_ method: Method, progress: (ProgressValue) -> Void) throws -> Output {
        try work(method, ProgressTokenParams(progressToken: .work), progress: progress)
    }
}

extension RequestID {
    /// What notifications of progress carry: there is one request at a time.
    static let work = RequestID.string("work")
}
