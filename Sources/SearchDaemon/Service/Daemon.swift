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

/// The daemon: one index, one socket, until a signal or idleness ends it.
package struct Daemon {
    /// The version that clients and logs are told.
    package static let version = "0.1.0"

    private let settings: Settings
    private let isOnDemand: Bool
    private let environment: [String: String]
    private let readAgain: @Sendable () throws -> Settings

    /// A daemon that does not run yet.
    ///
    /// - Parameters:
    ///   - settings: index, socket and limits.
    ///   - isOnDemand: whether a client started it for itself: then it ends when idle, unless configured otherwise.
    ///   - environment: holds what a supervisor hands over.
    ///   - readAgain: reads the settings once more, when SIGHUP asks for it.
    package init(
        settings: Settings, isOnDemand: Bool, environment: [String: String],
        readAgain: @escaping @Sendable () throws -> Settings
    ) {
        self.settings = settings
        self.isOnDemand = isOnDemand
        self.environment = environment
        self.readAgain = readAgain
    }

    /// Serves until SIGTERM, SIGINT or idleness.
    ///
    /// - Throws: `SocketPathError`, `SocketError` and `ActivationError` where the socket cannot be had.
    package func run() async throws {
        StandardDescriptors.holdOpen()
        DescriptorLimit.raise()
        let reloads = await UnixSignalsSequence(trapping: .sighup)
        let sink = LogSink.standardError(level: Logger.Level(settings.logLevel), environment: environment)
        let logger = sink.logger
        let claim = try claimSocket(logger)
        let supervisor = SupervisorSocket(environment: environment)
        let current = CurrentSettings(settings)
        let figures = DaemonFigures()
        let service = ArticleService(
            folder: IndexFolder(path: settings.index), options: ServiceOptions(settings))
        FaultNotice.install(program: sink.faultPrefix, mark: service.folder.faultPath)
        let idleTime = settings.idleExit(startedOnDemand: isOnDemand)
        let activity = Activity(canStay: settings.givenIdleExit == nil)
        let watch = IndexWatch(service.folder)
        let handler = ServiceHandler(
            service: service,
            fillStatus: { status in
                figures.fill(&status)
                status.version = Daemon.version
                status.idleExitSeconds = activity.stays ? nil : idleTime.map { Int($0.components.seconds) }
            }, watch: watch)
        let server = Server(
            claim: claim,
            settings: SessionSettings(version: Daemon.version, indexPath: service.folder.path) {
                service.options.limits
            },
            handler: MeasuredHandler(handler, figures: figures, logger: logger) { current.value.slowRequest },
            activity: activity, figures: figures, logger: logger, drainTime: settings.stopWithin,
            onSubscription: watch.begin
        ) {
            // Starting is no idleness.
            activity.begin()
            activity.end()
            supervisor?.tell(.ready, .status("serving \(service.folder.path)"))
        }
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(service: server), .init(service: ChangeAnnouncer(watch: watch, service: service, server: server)),
            .init(
                service: SettingsReload(
                    signals: reloads, settings: current, read: readAgain,
                    apply: { settings in
                        sink.setLevel(Logger.Level(settings.logLevel))
                        await service.take(ServiceOptions(settings))
                    }, supervisor: supervisor, logger: logger)),
        ]
        if let idleTime {
            services.append(
                .init(
                    service: IdleExit(activity: activity, after: idleTime),
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
        logger.notice("serving", metadata: start(claim, idleTime: idleTime))
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quietLogger(logger)))
        let warmingUp = Task {
            await checkAfterFault(service, logger)
            await service.warmUp()
        }
        defer { warmingUp.cancel() }
        try await group.run()
        logger.notice("ended", metadata: ["uptimeSeconds": "\(figures.start.duration(to: .now).components.seconds)"])
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

    /// The socket that a supervisor hands over, or one of our own.
    private func claimSocket(_ logger: Logger) throws -> SocketClaim {
        guard let activated = try ActivatedSocket.take(environment) else {
            return try SocketClaim(SocketPath(settings.socket))
        }
        if activated.path.path != settings.socket {
            logger.warning(
                "the socket that was handed over is not the one of the settings, where clients look for it",
                metadata: ["handedOver": "\(activated.path.path)", "settings": "\(settings.socket)"])
        }
        return SocketClaim(activated)
    }

    private func start(_ claim: SocketClaim, idleTime: Duration?) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "index": "\(settings.index)", "socket": "\(claim.path.path)", "version": "\(Daemon.version)",
            "process": "\(getpid())",
        ]
        if claim.isSupervised { metadata["handedOver"] = "true" }
        if let file = settings.configurationFile { metadata["configuration"] = "\(file)" }
        if let idleTime { metadata["idleExitSeconds"] = "\(idleTime.components.seconds)" }
        return metadata
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

extension ServiceOptions {
    /// What the settings say of the index's service.
    fileprivate init(_ settings: Settings) {
        self.init(
            readers: settings.readers ?? max(1, ProcessInfo.processInfo.activeProcessorCount),
            limits: Limits(
                frameBytes: settings.frameBytes, connections: settings.connections,
                requestsInFlight: settings.inFlight, window: settings.window,
                deadlineMs: Int(settings.deadline / .milliseconds(1)), queuedRequests: settings.queue,
                frameTimeMs: Int(settings.frameTime / .milliseconds(1)),
                readTimeMs: Int(settings.readTime / .milliseconds(1)), resultBytes: settings.resultBytes,
                outputBytes: settings.outputBytes, memoryBytes: settings.memoryBytes),
            reading: ReadingLimits(
                lineBytes: settings.lineBytes, textFileBytes: settings.textBytes,
                timeZoneOffset: settings.timeZoneOffset),
            commitBytes: settings.commitBytes, roots: ReadingRoots(settings.roots))
    }
}
