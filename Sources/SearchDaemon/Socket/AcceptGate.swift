import NIOCore

/// Stops accepting connections while file descriptors are short; clients wait until some are free again.
///
/// Without it, a connection that cannot be accepted would be tried again and again without a pause. Some descriptors are
/// left for the tables of the index.
final class AcceptGate: ChannelInboundHandler {
    typealias InboundIn = any Channel

    /// The time after which it looks for free descriptors again.
    private static let pause = TimeAmount.milliseconds(200)

    /// Whether a connection may be accepted although few descriptors are free: as long as none is open, waiting is in vain.
    private let isNeeded: @Sendable () -> Bool
    private let onShortage: @Sendable (String) -> Void
    private var isPaused = false

    /// Creates a gate that is open.
    ///
    /// - Parameters:
    ///   - isNeeded: whether the next connection has to be accepted even where few descriptors are free.
    ///   - onShortage: called with the reason each time the gate closes.
    init(isNeeded: @escaping @Sendable () -> Bool, onShortage: @escaping @Sendable (String) -> Void) {
        self.isNeeded = isNeeded
        self.onShortage = onShortage
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if !mayAccept { close(context, reason: "few file descriptors are left") }
        context.fireChannelReadComplete()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let error = error as? IOError { close(context, reason: error.description) }
        context.fireErrorCaught(error)
    }

    private var mayAccept: Bool { DescriptorLimit.hasSpare || isNeeded() }

    private func close(_ context: ChannelHandlerContext, reason: String) {
        guard !isPaused else { return }
        isPaused = true
        onShortage(reason)
        setAccepting(context, false)
        openLater(context)
    }

    private func openLater(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: Self.pause) {
            let (gate, context) = bound.value
            guard context.channel.isActive else { return }
            guard gate.mayAccept else { return gate.openLater(context) }
            gate.isPaused = false
            gate.setAccepting(context, true)
        }
    }

    private func setAccepting(_ context: ChannelHandlerContext, _ isAccepting: Bool) {
        try? context.channel.syncOptions?.setOption(.autoRead, value: isAccepting)
    }
}
