import Articles
import FaultNotice
import Foundation
import IndexStorage
import Logging
import SearchProtocol
import SearchService
import ServiceLifecycle
package import Settings
import UnixSignals
import UnixSockets

/// The daemon: one index, served until a signal or idleness ends it, or to one client until that client is gone.
package struct Daemon {
    /// The clients that the daemon serves.
    package enum Clients: Hashable, Sendable {
        /// All that connect to the socket of the settings, or of a supervisor.
        case socket
        /// All that connect, where one of them started the daemon: it ends when idle, unless configured otherwise.
        case socketOnDemand
        /// One, through standard input and output: it runs as the same user, so the daemon reads all files that the
        /// user may read. `input` is a descriptor that the client handed over as a source of articles, or nil.
        case standardStream(input: Int32?)
    }

    /// The version reported to clients and in logs.
    package static let version = "0.1.0"

    let settings: Settings
    let clients: Clients
    let environment: [String: String]
    /// Whether it serves one client, through standard input and output.
    var isPrivate: Bool {
        if case .standardStream = clients { true } else { false }
    }
    var input: Int32? {
        if case .standardStream(let input) = clients { input } else { nil }
    }
    private let readAgain: @Sendable () throws -> Settings

    /// Creates a daemon that does not run yet.
    ///
    /// - Parameters:
    ///   - settings: the index, the socket and the limits.
    ///   - clients: the clients to serve.
    ///   - environment: the variables that a supervisor sets.
    ///   - readAgain: reads the settings again on SIGHUP.
    package init(
        settings: Settings, clients: Clients, environment: [String: String],
        readAgain: @escaping @Sendable () throws -> Settings
    ) {
        self.settings = settings
        self.clients = clients
        self.environment = environment
        self.readAgain = readAgain
    }

    /// Serves until SIGTERM, SIGINT or idleness, or until the one client is gone.
    ///
    /// - Throws: `SocketPathError`, `SocketError` and `ActivationError` where the socket is not available,
    ///   `StreamError` where standard input and output are not, and `ProcessLimitError` where the system's limits are
    ///   too low.
    package func run() async throws {
        StandardDescriptors.holdOpen()
        try ProcessLimits.check()
        let reloads = await UnixSignalsSequence(trapping: .sighup)
        let sink = LogSink.standardError(level: Logger.Level(settings.logLevel), environment: environment)
        let logger = sink.logger
        let entrance = try entrance(logger)
        // A process that serves one client has no supervisor to notify.
        let supervisor = isPrivate ? nil : SupervisorSocket(environment: environment)
        let current = CurrentSettings(settings)
        let figures = DaemonFigures()
        let folder = IndexFolder(path: settings.index)
        let service = ArticleService(folder: folder, options: options(settings))
        FaultNotice.install(program: sink.faultPrefix, mark: service.folder.faultPath)
        let idleTime =
            isPrivate ? nil : settings.idleExit(startedOnDemand: clients == .socketOnDemand)
        let idleTracker = IdleTracker(canStay: settings.givenIdleExit == nil)
        let watch = IndexWatch(service.folder)
        let handler = ServiceHandler(
            service: service, isPrivate: isPrivate, input: input,
            fillStatus: { status in
                guard !isPrivate else { return }
                figures.fill(&status)
                status.version = Daemon.version
                status.idleExitSeconds = idleTracker.stays ? nil : idleTime.map { Int($0.components.seconds) }
            }, watch: watch)
        let server = Server(
            entrance.source,
            // The folder without links: every part keeps to it, though a link in its path be changed.
            settings: SessionSettings(version: Daemon.version, indexPath: service.folder.path) {
                service.options.limits
            },
            handler: MeasuredHandler(handler, figures: figures, logger: logger) { current.value.slowRequest },
            idleTracker: idleTracker, figures: figures, logger: logger, drainTime: settings.stopWithin,
            onSubscription: watch.begin
        ) {
            // The start of the daemon resets the idle time.
            idleTracker.begin()
            idleTracker.end()
            supervisor?.tell(.ready, .status("serving \(service.folder.path)"))
        }
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(service: server, successTerminationBehavior: .gracefullyShutdownGroup),
            .init(service: ChangeAnnouncer(watch: watch, service: service, server: server)),
            .init(
                service: SettingsReload(
                    signals: reloads, settings: current, read: readAgain,
                    apply: { settings in
                        sink.setLevel(Logger.Level(settings.logLevel))
                        await service.take(options(settings))
                    }, supervisor: supervisor, logger: logger)),
        ]
        if let idleTime {
            services.append(
                .init(
                    service: IdleExit(idleTracker: idleTracker, after: idleTime),
                    successTerminationBehavior: .gracefullyShutdownGroup))
        }
        if let supervisor, let time = WatchdogTime.read(environment, process: getpid()) {
            services.append(
                .init(service: watchdog(time, over: service, server, settings: current, supervisor, logger)))
        }
        services.append(
            .init(
                service: StopDeadline(time: settings.stopWithin + .seconds(5), logger: logger, supervisor: supervisor),
                successTerminationBehavior: .ignore))
        logger.notice("serving", metadata: start(entrance, idleTime: idleTime))
        warnOfFewDescriptors(logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quietLogger(logger)))
        let warmingUp = Task {
            await checkAfterFault(service, logger)
            // One client asks for what it needs; many clients profit from what the daemon has read ahead.
            if !isPrivate { await service.warmUp() }
        }
        defer { warmingUp.cancel() }
        try await group.run()
        await service.endRuns()
        await entrance.stream?.finish()
        logger.notice("ended", metadata: ["uptimeSeconds": "\(figures.start.duration(to: .now).components.seconds)"])
    }

    /// The options of the index's service.
    private func options(_ settings: Settings) -> ServiceOptions {
        var options = isPrivate ? ServiceOptions(ofOneClient: settings) : ServiceOptions(settings)
        options.readers = DescriptorLimit.readers(options.readers, below: DescriptorLimit.current)
        return options
    }

    /// Logs when the limit on open files is too low for what the settings allow.
    private func warnOfFewDescriptors(_ logger: Logger) {
        guard !isPrivate else { return }
        let (limit, readers) = (DescriptorLimit.current, ServiceOptions(settings).readers)
        let needed = DescriptorLimit.needed(readers: readers, connections: settings.connections)
        guard limit < needed else { return }
        logger.warning(
            "few files may be open, so searches and connections may have to wait; raise ulimit -n, or LimitNOFILE= in the unit",
            metadata: [
                "limit": "\(limit)", "needed": "\(needed)",
                "readers": "\(DescriptorLimit.readers(readers, below: limit))",
            ])
    }

    /// Checks an index on which a process ended by a fault before it is read, and logs the result.
    private func checkAfterFault(_ service: ArticleService, _ logger: Logger) async {
        if let fault = service.unsettledFault {
            logger.warning(
                "checking the index, for the last process on it ended badly", metadata: ["reason": "\(fault)"])
        }
        guard let check = await service.checkAfterFault() else { return }
        if let damage = check.damage {
            logger.error("the index is damaged and is not served", metadata: ["damage": "\(damage)"])
        } else {
            logger.notice("the index was found sound")
        }
    }

    /// Creates the watchdog of the connections' thread and of each search thread, which may be busy for a whole
    /// deadline.
    private func watchdog(
        _ time: Duration, over service: ArticleService, _ server: Server, settings: CurrentSettings,
        _ supervisor: SupervisorSocket, _ logger: Logger
    ) -> Watchdog {
        let connections = HealthProbe("connections", patience: { time / 2 }, ask: { await server.answer() })
        let readers = service.readerThreads.enumerated().map { number, answer in
            HealthProbe("reader \(number + 1)", patience: { time / 2 + settings.value.deadline }, ask: answer)
        }
        return Watchdog(time: time, pulses: [connections] + readers, logger: logger) { supervisor.tell(.watchdog) }
    }

    /// A logger without the service group's messages about its own steps, which are irrelevant to everyone else.
    private func quietLogger(_ logger: Logger) -> Logger {
        var quiet = logger
        quiet.logLevel = .warning
        return quiet
    }
}

extension Logger.Level {
    /// Converts the level of a setting.
    fileprivate init(_ level: LogLevel) { self = Logger.Level(rawValue: level.rawValue) ?? .notice }
}
