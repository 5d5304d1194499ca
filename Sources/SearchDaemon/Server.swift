package import Logging
import NIOCore
import NIOPosix
package import SearchProtocol
import ServiceLifecycle

/// Serves the protocol on a claimed Unix socket, until it is asked to shut down.
///
/// Then it removes the socket, takes no more requests, lets those that run finish for a while, cancels the rest and
/// closes. Only processes of the same user are served (`SO_PEERCRED`), not even root's.
package struct Server: Service {
    private let claim: SocketClaim
    private let settings: SessionSettings
    private let handler: any MethodHandler
    private let logger: Logger
    private let drainTime: Duration
    private let onListening: @Sendable () -> Void
    private let registry: SessionRegistry
    private let memory = MemoryGauge()

    /// A server that does not listen yet.
    ///
    /// - Parameters:
    ///   - claim: the socket; nobody else may take its descriptor.
    ///   - settings: name, version and limits.
    ///   - handler: what answers requests.
    ///   - activity: where each connection counts as one user.
    ///   - logger: the daemon's log.
    ///   - drainTime: how long running requests may take to finish once a shutdown has begun.
    ///   - onSubscription: called each time a session subscribes, before that is answered.
    ///   - onListening: called once connections are accepted.
    package init(
        claim: SocketClaim, settings: SessionSettings, handler: any MethodHandler, activity: Activity = Activity(),
        logger: Logger, drainTime: Duration = .seconds(5), onSubscription: @escaping @Sendable () -> Void = {},
        onListening: @escaping @Sendable () -> Void = {}
    ) {
        self.claim = claim
        self.settings = settings
        self.handler = handler
        self.logger = logger
        self.drainTime = drainTime
        self.onListening = onListening
        self.registry = SessionRegistry(activity: activity, onSubscription: onSubscription)
    }

    /// Whether any session wants to hear of changes.
    package var hasSubscribers: Bool { registry.hasSubscribers }

    /// Tells every subscribed session that a new revision can be searched.
    package func announce(_ change: IndexChangedParams) {
        registry.announce(.indexChanged, change)
    }

    /// Listens, and serves until a graceful shutdown or the task's cancellation.
    ///
    /// - Throws: `SocketError` or NIO's error where it cannot listen.
    package func run() async throws {
        StandardDescriptors.holdOpen()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            try await serve(on: group)
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
        try await group.shutdownGracefully()
    }

    private func serve(on group: MultiThreadedEventLoopGroup) async throws {
        guard let descriptor = claim.takeDescriptor() else {
            throw SocketError.system(path: claim.path.path, action: "listen", reason: "the socket was taken before")
        }
        let listener = try await bootstrap(on: group).withBoundSocket(descriptor).get()
        logger.info("listening", metadata: ["socket": "\(claim.path.path)"])
        onListening()
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await listener.closeFuture.get()
        } onCancelOrGracefulShutdown: { [claim] in
            claim.removeSocket()
            listener.close(promise: nil)
        }
        claim.removeSocket()
        await drain(on: group.next())
        logger.info("stopped", metadata: ["socket": "\(claim.path.path)"])
    }

    private func bootstrap(on group: MultiThreadedEventLoopGroup) -> ServerBootstrap {
        ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
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

    private func admit(_ channel: any Channel, peer: PeerCredentials) throws {
        guard peer.isSameUser else {
            logger.warning("refused another user's process", metadata: ["user": "\(peer.user)"])
            throw ChannelError.operationUnsupported
        }
        let (number, admission) = registry.enter(limit: settings.limits.connections)
        guard admission != .dropped else { throw ChannelError.operationUnsupported }
        let session = SessionHandler(
            number: number,
            environment: SessionEnvironment(
                settings: settings, methodHandler: handler, methods: handler.methods.union([.initialize, .subscribe]),
                isAdmitted: admission == .served, logger: logger, memory: memory, registry: registry))
        do {
            try channel.pipeline.syncOperations.addHandler(session)
        } catch {
            registry.leave(number)
            throw error
        }
        registry.connect(number, channel, NIOLoopBound(session, eventLoop: channel.eventLoop))
    }

    /// Lets running requests finish, then cancels them, then closes whatever is still open.
    private func drain(on loop: any EventLoop) async {
        registry.forEach { $0.stop() }
        await waitForClosing(on: loop, atMost: drainTime)
        registry.forEach { $0.cancelAll() }
        await waitForClosing(on: loop, atMost: .seconds(1))
        for channel in registry.channels { channel.close(promise: nil) }
    }

    private func waitForClosing(on loop: any EventLoop, atMost time: Duration) async {
        let done = loop.makePromise(of: Void.self)
        let timer = loop.scheduleTask(in: TimeAmount(time)) { done.succeed() }
        EventLoopFuture.andAllComplete(registry.channels.map(\.closeFuture), on: loop).cascade(to: done)
        try? await done.futureResult.get()
        timer.cancel()
    }
}

extension NIOBSDSocket.Option {
    /// Linux's `SO_PEERCRED`.
    fileprivate static let peerCredentials = NIOBSDSocket.Option(rawValue: UnixSocket.peerCredentialsOption)
}
