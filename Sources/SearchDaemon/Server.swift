package import Logging
import NIOCore
import NIOPosix
package import SearchProtocol
import ServiceLifecycle
import Synchronization
package import UnixSockets

/// Serves the protocol to the clients of a Unix socket, or to one client on a stream that is open already.
///
/// It serves until it is asked to shut down, or until its one client is gone. Then it removes the socket, accepts no
/// more requests, lets running ones finish within a time limit, cancels the rest and closes. At a socket, it serves
/// only processes of the same user (`SO_PEERCRED`); even root's are refused.
package struct Server: Service {
    /// The source of clients.
    package enum Source: Sendable {
        /// Clients connect to a socket, whose descriptor nothing else may take.
        case socket(SocketClaim)
        /// There is one client, at the other end of a connected socket with this descriptor, which the server closes.
        case stream(Int32)
    }

    private let source: Source
    private let settings: SessionSettings
    private let handler: any MethodHandler
    private let logger: Logger
    private let drainTime: Duration
    private let onListening: @Sendable () -> Void
    private let registry: SessionRegistry
    private let figures: DaemonFigures
    private let throttle = LogThrottle()
    private let loop = RunningLoop()
    private let memory = MemoryGauge()

    /// Creates a server that does not listen yet.
    ///
    /// - Parameters:
    ///   - source: the source of clients.
    ///   - settings: name, version and limits.
    ///   - handler: the handler that answers requests.
    ///   - idleTracker: counts each connection as one user.
    ///   - figures: counts connections and errors.
    ///   - logger: the daemon's log.
    ///   - drainTime: the time that running requests have to finish once a shutdown has begun.
    ///   - onSubscription: called each time a session subscribes, before the subscription is answered.
    ///   - onListening: called once connections are accepted.
    package init(
        _ source: Source, settings: SessionSettings, handler: any MethodHandler,
        idleTracker: IdleTracker = IdleTracker(),
        figures: DaemonFigures = DaemonFigures(), logger: Logger, drainTime: Duration = .seconds(5),
        onSubscription: @escaping @Sendable () -> Void = {},
        onListening: @escaping @Sendable () -> Void = {}
    ) {
        self.source = source
        self.settings = settings
        self.handler = handler
        self.logger = logger
        self.drainTime = drainTime
        self.onListening = onListening
        self.figures = figures
        self.registry = SessionRegistry(idleTracker: idleTracker, figures: figures, onSubscription: onSubscription)
    }

    /// Whether any session is subscribed to changes.
    package var hasSubscribers: Bool { registry.hasSubscribers }

    /// Notifies every subscribed session that a new revision can be searched.
    package func announce(_ change: IndexChangedParams) {
        registry.announce(.indexChanged, change)
    }

    /// Serves until a graceful shutdown, the task's cancellation, or the end of the one client.
    ///
    /// - Throws: `SocketError` or NIO's error where the server cannot listen.
    package func run() async throws {
        StandardDescriptors.holdOpen()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            loop.set(group.next())
            defer { loop.set(nil) }
            try await serve(on: group)
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
        try await group.shutdownGracefully()
    }

    /// Returns once the thread that serves connections has run a no-op; immediately where no such thread runs.
    package func answer() async {
        try? await loop.current?.submit {}.get()
    }

    private func serve(on group: MultiThreadedEventLoopGroup) async throws {
        switch source {
        case .socket(let claim): try await listen(at: claim, on: group)
        case .stream(let descriptor): try await serve(descriptor, on: group)
        }
        await drain(on: group.next())
        logger.info("stopped")
    }

    private func listen(at claim: SocketClaim, on group: MultiThreadedEventLoopGroup) async throws {
        let listener = SocketListener(claim, on: group.next(), logger: logger) { descriptor in
            bootstrap(on: group).withBoundSocket(descriptor)
        }
        try await listener.start()
        logger.info("listening", metadata: ["socket": "\(claim.path.path)"])
        onListening()
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await listener.waitForEnd()
        } onCancelOrGracefulShutdown: {
            listener.stop()
        }
        listener.stop()
    }

    private func serve(_ descriptor: Int32, on group: MultiThreadedEventLoopGroup) async throws {
        let channel = try await ClientBootstrap(group: group)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelInitializer { channel in channel.eventLoop.makeCompletedFuture { try admit(channel) } }
            .withConnectedSocket(descriptor).get()
        onListening()
        let end = group.next().makePromise(of: Void.self)
        channel.closeFuture.cascade(to: end)
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await end.futureResult.get()
        } onCancelOrGracefulShutdown: {
            end.succeed()
        }
    }

    private func bootstrap(on group: MultiThreadedEventLoopGroup) -> ServerBootstrap {
        ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(acceptGate()) }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                guard let socket = channel as? any SocketOptionProvider else {
                    return channel.eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
                }
                let peer: EventLoopFuture<PeerCredentials> = socket.unsafeGetSocketOption(
                    level: .socket, name: .peerCredentials)
                return peer.flatMapThrowing { try admit(channel, peer: $0) }
            }
    }

    private func acceptGate() -> AcceptGate {
        AcceptGate(isNeeded: { [registry] in registry.isEmpty }) { reason in
            throttle.log(
                .warning,
                "too few file descriptors, so new connections wait; raise ulimit -n, or LimitNOFILE= in the unit",
                kind: "descriptors", metadata: ["reason": "\(reason)", "limit": "\(DescriptorLimit.current)"],
                to: logger)
        }
    }

    private func admit(_ channel: any Channel, peer: PeerCredentials) throws {
        guard peer.isSameUser else {
            figures.noteConnections { $0.refused += 1 }
            throttle.log(
                .warning, "refused another user's process", kind: "user",
                metadata: ["user": "\(peer.user)", "process": "\(peer.process)"], to: logger)
            throw ChannelError.operationUnsupported
        }
        try admit(channel)
    }

    private func admit(_ channel: any Channel) throws {
        let (number, admission) = registry.enter(limit: settings.limits.connections)
        if admission != .served {
            throttle.log(
                .warning, "refused a connection, too many are open", kind: "connections",
                metadata: ["limit": "\(settings.limits.connections)"], to: logger)
        }
        guard admission != .dropped else { throw ChannelError.operationUnsupported }
        let session = SessionHandler(
            number: number,
            environment: SessionEnvironment(
                settings: settings, methodHandler: handler,
                methods: handler.methods.union([.initialize, .subscribe, .input]),
                isAdmitted: admission == .served, logger: logger, memory: memory, registry: registry,
                figures: figures, throttle: throttle))
        do {
            try channel.pipeline.syncOperations.addHandler(session)
        } catch {
            registry.leave(number)
            throw error
        }
        registry.connect(number, channel, NIOLoopBound(session, eventLoop: channel.eventLoop))
    }

    /// Lets running requests finish, then cancels them, then closes all remaining connections.
    private func drain(on loop: any EventLoop) async {
        registry.forEach { $0.stop() }
        await waitForSessions(on: loop, atMost: drainTime)
        registry.forEach { $0.cancelAll() }
        await waitForSessions(on: loop, atMost: .seconds(1))
        for channel in registry.channels { channel.close(promise: nil) }
    }

    /// Waits until every session has ended, including one whose client is gone while its last request, such as a
    /// commit, is still running.
    private func waitForSessions(on loop: any EventLoop, atMost time: Duration) async {
        let done = loop.makePromise(of: Void.self)
        let timer = loop.scheduleTask(in: TimeAmount(time)) { done.succeed() }
        registry.whenEmpty { done.succeed() }
        try? await done.futureResult.get()
        timer.cancel()
    }
}

extension NIOBSDSocket.Option {
    /// Linux's `SO_PEERCRED`.
    fileprivate static let peerCredentials = NIOBSDSocket.Option(rawValue: UnixSocket.peerCredentialsOption)
}

/// The event loop of a server, while it runs.
private final class RunningLoop: Sendable {
    private let loop = Mutex<(any EventLoop)?>(nil)

    var current: (any EventLoop)? { loop.withLock { $0 } }

    func set(_ new: (any EventLoop)?) { loop.withLock { $0 = new } }
}
