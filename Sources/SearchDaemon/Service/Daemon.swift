import ArticleIndex
import Articles
import Logging
import SearchProtocol
import SearchService
import ServiceLifecycle
package import Settings
import UnixSignals

/// The daemon: one index, one socket, until a signal or idleness ends it.
package struct Daemon {
    /// The version that clients and logs are told.
    package static let version = "0.1.0"

    private let settings: Settings
    private let isOnDemand: Bool

    /// A daemon that does not run yet.
    ///
    /// - Parameters:
    ///   - settings: index, socket and limits.
    ///   - isOnDemand: whether a client started it for itself: then it ends when idle, unless configured otherwise.
    package init(settings: Settings, isOnDemand: Bool) {
        self.settings = settings
        self.isOnDemand = isOnDemand
    }

    /// Serves until SIGTERM, SIGINT or idleness.
    ///
    /// - Throws: `SocketPathError` and `SocketError` where the socket cannot be had.
    package func run() async throws {
        StandardDescriptors.holdOpen()
        DescriptorLimit.raise()
        let logger = makeLogger()
        let claim = try SocketClaim(SocketPath(settings.socket))
        let service = makeService()
        let watch = IndexWatch(service.folder)
        let handler = ServiceHandler(service: service, start: .now, watch: watch)
        let activity = Activity()
        let server = Server(
            claim: claim,
            settings: SessionSettings(version: Daemon.version, limits: limits, indexPath: handler.service.folder.path),
            handler: handler, activity: activity, logger: logger, onSubscription: watch.begin)
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(service: server), .init(service: ChangeAnnouncer(watch: watch, service: service, server: server)),
        ]
        if let idleTime = settings.idleExit(startedOnDemand: isOnDemand) {
            services.append(
                .init(
                    service: IdleExit(activity: activity, after: idleTime),
                    successTerminationBehavior: .gracefullyShutdownGroup))
        }
        logger.notice("serving", metadata: ["index": "\(settings.index)", "socket": "\(settings.socket)"])
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quietLogger(logger)))
        let warmingUp = Task { await handler.service.warmUp() }
        defer { warmingUp.cancel() }
        try await group.run()
        logger.notice("ended")
    }

    private var limits: Limits {
        Limits(
            frameBytes: settings.frameBytes, connections: settings.connections,
            requestsInFlight: settings.inFlight, window: settings.window,
            deadlineMs: Int(settings.deadline / .milliseconds(1)), queuedRequests: settings.queue,
            frameTimeMs: Int(settings.frameTime / .milliseconds(1)),
            readTimeMs: Int(settings.readTime / .milliseconds(1)), resultBytes: settings.resultBytes,
            outputBytes: settings.outputBytes, memoryBytes: settings.memoryBytes)
    }

    private func makeService() -> ArticleService {
        ArticleService(
            folder: IndexFolder(path: settings.index),
            options: ServiceOptions(
                readers: settings.readers, limits: limits,
                reading: ReadingLimits(
                    lineBytes: settings.lineBytes, textFileBytes: settings.textBytes,
                    timeZoneOffset: settings.timeZoneOffset),
                commitBytes: settings.commitBytes, roots: ReadingRoots(settings.roots)))
    }

    private func makeLogger() -> Logger {
        var logger = Logger(label: "tracuud") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = Logger.Level(rawValue: settings.logLevel.rawValue) ?? .notice
        return logger
    }

    /// The service group tells of its own steps, which are details to everybody else.
    private func quietLogger(_ logger: Logger) -> Logger {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        return quiet
    }
}
