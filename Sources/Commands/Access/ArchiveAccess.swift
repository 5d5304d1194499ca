import JSON
import SearchClient
import SearchProtocol
import Settings
import UnixSockets

/// Access to the index: a connection to the daemon that serves it, or to one that serves this command alone.
///
/// A daemon that ends because it is idle may do so at the very moment when a client connects; a request is then
/// repeated once on the next daemon.
final class ArchiveAccess {
    /// The way to start a daemon where none is running.
    enum Starting {
        /// Start one that keeps running for a while, because a client that sends one request soon sends another.
        case onDemand
        /// Start one that opens the index for this command alone, and ends with it.
        case privately
    }

    private(set) var connection: Connection
    private let reconnect: () throws -> Connection

    /// Connects to the daemon, or starts one, according to the options.
    ///
    /// - Parameters:
    ///   - options: the options of the command line.
    ///   - settings: the paths of the daemon's socket and of the index.
    ///   - starting: the way to start a daemon where none is running.
    ///   - first: the first request; it must not change the index, because a daemon that serves another index may get
    ///     it too.
    ///   - input: a descriptor that a private process reads articles from; see `Connection.readsInput`.
    /// - Throws: `ClientError`, `SocketPathError`, and `UsageError` where the daemon at the given socket serves
    ///   another index.
    convenience init(
        _ options: CommonChoices, _ settings: Settings, starting: Starting, asking first: FirstRequest? = nil,
        handingOver input: Int32? = nil
    ) throws {
        try self.init { try ArchiveAccess.connect(options, settings, starting, first, input) }
    }

    /// Starts a daemon for this command alone, whether another one is running or not.
    ///
    /// - Parameter settings: the path of the index.
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
        guard let served = try sharedDaemon(at: path, settings, starting, first) else {
            return try startPrivately(settings, asking: first, input)
        }
        guard let index = served.indexOther(than: settings.index) else { return served }
        // A daemon that serves another index is of no use here, but a private one is just as good.
        guard options.socket == nil else {
            throw UsageError(
                description: "the daemon at \(path.path) serves \(index), not \(settings.index); "
                    + "name its index with --index or leave out --socket")
        }
        return try startPrivately(settings, asking: first, input)
    }

    private static func sharedDaemon(
        at path: SocketPath, _ settings: Settings, _ starting: Starting, _ first: FirstRequest?
    ) throws -> Connection? {
        do throws(ClientError) {
            return switch starting {
            case .privately: try Connection.ifRunning(at: path, hello: hello, asking: first)
            case .onDemand: try launcher(settings, isOnDemand: true).connect(to: path, hello: hello, asking: first)
            }
        } catch {
            throw error.concernsSharedDaemon ? DaemonError(description: "\(error), or use --no-daemon") : error
        }
    }

    private static let hello = InitializeParams(clientName: "tracuu")

    private static func startPrivately(
        _ settings: Settings, asking first: FirstRequest? = nil, _ input: Int32? = nil
    ) throws -> Connection {
        // Errors are part of the answer, and are reported once: by this process.
        let arguments = ["--stdio", "--log-level", "critical"] + arguments(settings)
        return try Connection.starting("tracuud", arguments, hello: hello, asking: first, handingOver: input)
    }

    /// The launcher that starts the daemon with these settings.
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
    /// Sends a request that does not change the index, and repeats it once on the next daemon where this one ends
    /// before it answers.
    ///
    /// - Parameters:
    ///   - method: the method.
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

    /// Sends a request that does not change the index and has no parameters.
    func ask<Output: JSONReadable>(_ method: Method) throws -> Output { try ask(method, JSONValue?.none) }

    /// Sends a request that may take long or change the index.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - params: the parameters, with the token for notifications of progress.
    ///   - progress: receives the progress, and what the request is waiting for.
    /// - Returns: the result.
    /// - Throws: `ClientError`; `Interrupted` where SIGINT or SIGTERM cancelled the request.
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
            guard let answer = answer(in: error), answer.known == .cancelled else { throw error }
            guard connection.interruption?.hasCome ?? false else { throw error }
            throw Interrupted(result: answer.resultBeforeCancelling ?? .none)
        }
    }

    /// Sends a request that may take long or change the index and has no parameters of its own.
    func work<Output: JSONReadable>(_ method: Method, progress: (ProgressValue) -> Void) throws -> Output {
        try work(method, ProgressTokenParams(progressToken: .work), progress: progress)
    }
}

extension RequestID {
    /// The token of progress notifications; one is enough, because only one request runs at a time.
    static let work = RequestID.string("work")
}
