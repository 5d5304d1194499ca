internal import Logging
import NIOCore
internal import SearchProtocol

/// One connection on its event loop: decodes frames, runs requests as tasks, and answers each exactly once.
///
/// Everything here happens on the channel's event loop; tasks return to it through `NIOLoopBound`. While a client does
/// not read its answers, nothing is read from it, so the memory that it can make the daemon hold is bounded.
final class SessionHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// The phases of a connection's life.
    enum Phase {
        /// Requests are accepted.
        case serving
        /// The daemon stops: running requests are finished, new ones refused.
        case stopping
        /// No more messages are read; running requests are answered, then the connection ends.
        case failing
        /// Everything is sent; further input is discarded until the client closes.
        case ended
        /// The channel is gone.
        case closed
    }

    /// The time that a client has to close the connection after an error was sent to it.
    static let patience = TimeAmount.seconds(1)

    let environment: SessionEnvironment
    let number: Int
    var phase = Phase.serving
    var running = RunningRequests()
    let input = ClientInput()
    var encoding = PositionEncoding.utf8
    var context: ChannelHandlerContext?

    var decoder: FrameDecoder
    /// The number of bytes of answers that wait for the rest of their batch.
    var heldBytes = 0
    /// The number of bytes passed to the channel so far.
    var writtenBytes = 0
    var frameTimer: Scheduled<Void>?
    var readTimer: Scheduled<Void>?
    private var pending = PendingNotifications()
    private var isInputClosed = false
    private var isProcessing = false
    private var isReadHeld = false

    /// Creates a session that is not in a pipeline yet.
    init(number: Int, environment: SessionEnvironment) {
        self.number = number
        self.environment = environment
        self.decoder = FrameDecoder(sizeLimit: environment.settings.limits.frameBytes)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        if !environment.isAdmitted { endWithinPatience() }
    }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelInactive(context: ChannelHandlerContext) {
        phase = .closed
        stopTimers()
        cancelAll()
        leaveWhenDone()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        environment.logger.debug("connection lost", metadata: ["session": "\(number)", "error": "\(error)"])
        context.close(promise: nil)
    }

    func read(context: ChannelHandlerContext) {
        if context.channel.isWritable { context.read() } else { isReadHeld = true }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard phase == .serving || phase == .stopping else { return }
        decoder.append(unwrapInboundIn(data).readableBytesView)
        process()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            process()
            while context.channel.isWritable, let message = pending.take() { send(message) }
            flush()
            if isReadHeld, context.channel.isWritable {
                isReadHeld = false
                context.read()
            }
        }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent {
            isInputClosed = true
            // A last line may lack its line feed.
            if decoder.framing == .lines, decoder.holdsBytes { decoder.append(CollectionOfOne(UInt8(ascii: "\n"))) }
            process()
            input.close()
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// Processes frames for as long as the client reads their answers.
    private func process() {
        guard !isProcessing else { return }
        isProcessing = true
        var isStarved = false
        while !isStarved, let context, context.channel.isWritable, phase == .serving || phase == .stopping {
            do throws(FrameError) {
                if let bytes = try decoder.next() {
                    endFrame()
                    take(IncomingFrame(bytes: bytes, batchLimit: environment.settings.limits.requestsInFlight))
                } else {
                    isStarved = true
                }
            } catch {
                fail(with: error.answer)
            }
            // Only flushing frees capacity for the remaining frames.
            if isStarved || !context.channel.isWritable { context.flush() }
        }
        isProcessing = false
        flush()
        if isStarved { awaitRestOfFrame() }
        if isStarved || phase == .failing { endWhenDone() }
    }

    /// Answers with an error that belongs to no request, and accepts nothing more.
    func fail(with error: ProtocolError) {
        environment.note(error, of: nil, in: number)
        send(OutgoingMessage.response(id: .null, error: error))
        fail()
    }

    /// Accepts nothing more; running requests are cancelled and answered.
    func fail() {
        phase = .failing
        cancelAll()
        endWithinPatience()
    }

    /// Sends a notification, or keeps it while the client does not read.
    func notify(_ message: [UInt8], key: String) {
        guard let context, phase == .serving || phase == .stopping, decoder.framing != nil else { return }
        if context.channel.isWritable {
            send(message)
            flush()
        } else {
            pending.keep(message, key: key)
        }
    }

    /// Writes a message without flushing it.
    func send(_ message: [UInt8]) { send(parts: [message]) }

    /// Writes a message that is given in parts without flushing it.
    func send(parts: [[UInt8]]) {
        guard let context, phase != .closed, phase != .ended else { return }
        let framing = decoder.framing ?? .lines
        let length = parts.reduce(0) { $0 + $1.count }
        let prefix = framing.prefix(forLength: length)
        var buffer = context.channel.allocator.buffer(capacity: prefix.utf8.count + length + 1)
        buffer.writeString(prefix)
        for part in parts { buffer.writeBytes(part) }
        buffer.writeString(framing.suffix)
        writtenBytes += buffer.readableBytes
        context.write(wrapOutboundOut(buffer), promise: nil)
    }

    /// Ends the connection when every request is answered and no more can arrive.
    func endWhenDone() {
        guard running.count == 0, let context else { return }
        switch phase {
        case .failing:
            // Closing immediately would discard what the client still sends, and with it the pending answer.
            phase = .ended
            flush()
            context.close(mode: .output, promise: nil)
            if isInputClosed { context.close(promise: nil) }
        case .stopping: closeAfterFlush()
        case .serving where isInputClosed: closeAfterFlush()
        case .ended where isInputClosed: context.close(promise: nil)
        default: break
        }
    }

    private func closeAfterFlush() {
        guard let context else { return }
        phase = .ended
        // Completes when everything written before it has been sent.
        let closing = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(ByteBuffer())).whenComplete { _ in closing.value.close(promise: nil) }
    }

    private func endWithinPatience() {
        guard let context else { return }
        let channel = context.channel
        channel.eventLoop.scheduleTask(in: Self.patience) { channel.close(promise: nil) }
    }

    /// Removes the session from the registry once its last task has ended.
    func leaveWhenDone() {
        if phase == .closed, running.count == 0 { environment.leave(number) }
    }
}
