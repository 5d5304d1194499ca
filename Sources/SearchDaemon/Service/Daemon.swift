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

/// The daemon: one index, served until a signal or idleness ends it, or to one client until that is gone.
package struct Daemon {
    /// Whom the daemon serves.
    package enum Clients: Hashable, Sendable {
        /// All that connect to the socket of the settings, or of a supervisor.
        case socket
        /// All that connect, and the daemon was started by one of them: it ends when idle, unless configured otherwise.
        case socketOnDemand
        /// One, through standard input and output: it runs as the same user, so that the daemon reads whatever that user may.
        /// `input` is a descriptor that it handed over to have articles read from, or nil.
        case standardStream(input: Int32?)
    }

    /// The version that clients and logs are told.
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

    /// A daemon that does not run yet.
    ///
    /// - Parameters:
    ///   - settings: index, socket and limits.
    ///   - clients: whom it serves.
    ///   - environment: holds what a supervisor hands over.
    ///   - readAgain: reads the settings once more, when SIGHUP asks for it.
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
    /// - Throws: `SocketPathError`, `SocketError` and `ActivationError` where the socket cannot be had, `StreamError` where
    ///   standard input and output cannot.
    package func run() async throws {
        StandardDescriptors.holdOpen()
        DescriptorLimit.raise()
        let reloads = await UnixSignalsSequence(trapping: .sighup)
        let sink = LogSink.standardError(level: Logger.Level(settings.logLevel), environment: environment)
        let logger = sink.logger
        let entrance = try entrance(logger)
        // Of a process that serves one client, nobody's supervisor wants to hear.
        let supervisor = isPrivate ? nil : SupervisorSocket(environment: environment)
        let current = CurrentSettings(settings)
        let figures = DaemonFigures()
        let service = ArticleService(folder: IndexFolder(path: settings.index), options: options(settings))
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
            settings: SessionSettings(version: Daemon.version, indexPath: service.folder.path) {
                service.options.limits
            },
            handler: MeasuredHandler(handler, figures: figures, logger: logger) { current.value.slowRequest },
            idleTracker: idleTracker, figures: figures, logger: logger, drainTime: settings.stopWithin,
            onSubscription: watch.begin
        ) {
            // Starting is no idleness.
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
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quietLogger(logger)))
        let warmingUp = Task {
            await checkAfterFault(service, logger)
            // One client asks for what it needs; many will ask for what the daemon has read ahead.
            if !isPrivate { await service.warmUp() }
        }
        defer { warmingUp.cancel() }
        try await group.run()
        await service.endRuns()
        await entrance.stream?.finish()
        logger.notice("ended", metadata: ["uptimeSeconds": "\(figures.start.duration(to: .now).components.seconds)"])
    }

    /// The options of the service of the index.
    private func options(_ settings: Settings) -> ServiceOptions {
        isPrivate ? ServiceOptions(ofOneClient: settings) : ServiceOptions(settings)
    }

    /// Has an index on which a process ended by a fault checked before it is read, and tells what came of it.
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

    /// What is watched: the thread of the connections, and each that searches, which may be busy for a whole deadline.
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

    /// The service group tells of its own steps, which are details to everybody else.
    private func quietLogger(_ logger: Logger) -> Logger {
        var quiet = logger
        quiet.logLevel = .warning
        return quiet
    }
}

extension Logger.Level {
    /// The level of a setting.
    fileprivate init(_ level: LogLevel) { self = Logger.Level(rawValue: level.rawValue) ?? .notice }
}
