internal import Logging
import NIOCore
internal import SearchProtocol

// The time that a session waits for its client, and the amount of data that it keeps for it meanwhile.
extension SessionHandler {
    /// Flushes the written data, and starts the timer for the client to read it.
    func flush() {
        guard let context else { return }
        context.flush()
        if readTimer == nil, unreadBytes > 0 { awaitReading() }
    }

    /// The result of a request, or an error where it is too large to keep for the client, or too much is unread already.
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

    /// Marks the end of a complete frame.
    func endFrame() {
        frameTimer?.cancel()
        frameTimer = nil
    }

    /// Starts the time limit for the rest of a frame that has begun, if one has.
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
        // While its answers are unread nothing is read from the client, so it cannot finish a frame.
        if !context.channel.isWritable { return awaitRestOfFrame() }
        environment.logger.info("a message was not finished", metadata: ["session": "\(number)"])
        fail(with: FrameError.unfinished(milliseconds: time).answer)
        flush()
        endWhenDone()
    }

    /// Closes the connection where the client does not read a single byte within the time limit.
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

    /// Stops all timers.
    func stopTimers() {
        frameTimer?.cancel()
        readTimer?.cancel()
        (frameTimer, readTimer) = (nil, nil)
    }

    /// The number of written bytes that the kernel has not accepted yet.
    private var unreadBytes: Int {
        let options = context?.channel.syncOptions
        return (try? options?.getOption(.bufferedWritableBytes)) ?? 0
    }
}
