import Logging
import NIOCore
import Synchronization
import UnixSockets

/// Listens at a claimed socket, and anew where something removed the socket from the file system.
final class SocketListener: Sendable {
    /// The interval between looks at the socket's path; a look is one system call.
    private static let interval = TimeAmount.milliseconds(500)

    private struct State {
        var channel: (any Channel)?
        var task: RepeatedTask?
        /// What kept it from listening anew at the last look, which is logged once.
        var problem: String?
        var isStopped = false
    }

    private let claim: SocketClaim
    private let loop: any EventLoop
    private let logger: Logger
    private let open: @Sendable (Int32) -> EventLoopFuture<any Channel>
    private let end: EventLoopPromise<Void>
    private let state = Mutex(State())

    /// Creates a listener that does not listen yet.
    ///
    /// - Parameters:
    ///   - claim: the claimed path.
    ///   - loop: the event loop on which it looks at the path.
    ///   - logger: the daemon's log.
    ///   - open: listens on a bound socket, which it takes over, and accepts connections.
    init(
        _ claim: SocketClaim, on loop: any EventLoop, logger: Logger,
        open: @escaping @Sendable (Int32) -> EventLoopFuture<any Channel>
    ) {
        self.claim = claim
        self.loop = loop
        self.logger = logger
        self.open = open
        end = loop.makePromise(of: Void.self)
    }

    /// Begins to listen.
    ///
    /// - Throws: `SocketError`, or NIO's error where the socket cannot be listened on.
    func start() async throws {
        guard let descriptor = claim.takeDescriptor() else {
            end.succeed()
            throw SocketError.system(path: claim.path.path, action: "listen", reason: "the socket was taken before")
        }
        do { adopt(try await open(descriptor).get()) } catch {
            end.succeed()
            throw error
        }
        let task = loop.scheduleRepeatedTask(initialDelay: Self.interval, delay: Self.interval) { [self] _ in look() }
        state.withLock { $0.task = task }
    }

    /// Returns when it was stopped, when the socket failed, or when another process has taken the path over.
    func waitForEnd() async throws { try await end.futureResult.get() }

    /// Removes the socket and accepts nothing more.
    func stop() {
        claim.removeSocket()
        let (channel, task) = state.withLock { state in
            state.isStopped = true
            return (state.channel.take(), state.task.take())
        }
        task?.cancel()
        channel?.close(promise: nil)
        end.succeed()
    }

    /// Takes a listening channel in place of the one before.
    private func adopt(_ channel: any Channel) {
        let (old, isStopped) = state.withLock { state in
            defer { state.channel = channel }
            return (state.channel, state.isStopped)
        }
        old?.close(promise: nil)
        guard !isStopped else { return stop() }
        channel.closeFuture.whenComplete { [self] _ in
            if state.withLock({ $0.channel === channel }) { end.succeed() }
        }
    }

    /// Looks at the path, and listens anew where the socket is no longer there.
    private func look() {
        do throws(SocketError) {
            guard let descriptor = try claim.renew() else { return }
            open(descriptor).whenComplete { [self] result in
                switch result {
                case .success(let channel):
                    logger.warning(
                        "the socket was removed, listening at a new one", metadata: ["socket": "\(claim.path.path)"])
                    state.withLock { $0.problem = nil }
                    adopt(channel)
                case .failure(let error): note("\(error)")
                }
            }
        } catch {
            switch error {
            case .alreadyAnswered, .unnamed:
                logger.warning(
                    "ending, for clients cannot reach this process at the socket any more",
                    metadata: ["reason": "\(error)"])
                end.succeed()
            default: note(error.description)
            }
        }
    }

    /// Logs what keeps it from listening anew, unless that was the reason at the last look too.
    private func note(_ problem: String) {
        let isNew = state.withLock { state in
            defer { state.problem = problem }
            return state.problem != problem
        }
        if isNew {
            logger.warning("the socket was removed and cannot be made again yet", metadata: ["reason": "\(problem)"])
        }
    }
}
