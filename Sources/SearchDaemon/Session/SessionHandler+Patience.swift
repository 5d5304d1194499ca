internal import Logging
import NIOCore
internal import SearchProtocol

// How long a session waits for its client, and how much it keeps for it meanwhile.
extension SessionHandler {
    /// Flushes what was written, and sees to it that the client reads on.
    func flush() {
        guard let context else { return }
        context.flush()
        if readTimer == nil, unreadBytes > 0 { awaitReading() }
    }

    /// The result of a request, or why it is not kept for the client: too large, or too much is unread already.
    func bounded(_ result: Answer) -> Answer {
        guard case .success(let body) = result else { return result }
        let limits = environment.settings.limits
        if body.json.count > limits.resultBytes {
            return .failure(
                ProtocolError(
                    .tooLarge,
                    "the answer has \(body.json.count) bytes, limits.result allows \(limits.resultBytes); "
                        + "ask for fewer hits, or raise it"))
        }
        guard unreadBytes + heldBytes + body.json.count > limits.outputBytes, unreadBytes + heldBytes > 0 else {
            return result
        }
        return .failure(
            ProtocolError(
                .busy,
                "\(unreadBytes + heldBytes) bytes of answers wait to be read, limits.output allows "
                    + "\(limits.outputBytes); read them and ask again"))
    }

    /// Takes note that a whole frame has come.
    func endFrame() {
        frameTimer?.cancel()
        frameTimer = nil
    }

    /// Gives the client so much time for the rest of a frame that has begun, if one has.
    func awaitRestOfFrame() {
        guard frameTimer == nil, decoder.holdsBytes, phase == .serving || phase == .stopping, let context else {
            return
        }
        let time = environment.settings.limits.frameTimeMs
        let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
        frameTimer = context.eventLoop.scheduleTask(in: .milliseconds(Int64(time))) {
            handler.value.frameIsLate(after: time)
        }
    }

    private func frameIsLate(after time: Int) {
        frameTimer = nil
        guard let context, phase == .serving || phase == .stopping else { return }
        // While its answers are unread the client is not read from, and cannot finish anything.
        if !context.channel.isWritable { return awaitRestOfFrame() }
        environment.logger.info("a message was not finished", metadata: ["session": "\(number)"])
        fail(with: FrameError.unfinished(milliseconds: time).answer)
        flush()
        endWhenDone()
    }

    /// Closes the connection where the client takes in not one byte for the time allowed.
    private func awaitReading() {
        guard let context else { return }
        let taken = writtenBytes - unreadBytes
        let time = environment.settings.limits.readTimeMs
        let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
        readTimer = context.eventLoop.scheduleTask(in: .milliseconds(Int64(time))) {
            handler.value.hasWaited(sinceTaken: taken)
        }
    }

    private func hasWaited(sinceTaken taken: Int) {
        readTimer = nil
        guard let context, unreadBytes > 0 else { return }
        if writtenBytes - unreadBytes > taken { return awaitReading() }
        environment.logger.info(
            "closed a connection whose client does not read",
            metadata: ["session": "\(number)", "unread": "\(unreadBytes)"])
        context.close(promise: nil)
    }

    /// Ends all waiting.
    func stopTimers() {
        frameTimer?.cancel()
        readTimer?.cancel()
        (frameTimer, readTimer) = (nil, nil)
    }

    /// Bytes that were written and that the kernel has not taken yet.
    private var unreadBytes: Int {
        let options = context?.channel.syncOptions
        return (try? options?.getOption(.bufferedWritableBytes)) ?? 0
    }
}
