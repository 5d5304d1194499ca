import Articles
import Foundation
import SearchProtocol
import SearchService
import Settings

extension ServiceOptions {
    /// Creates the options of the index's service from the settings.
    init(_ settings: Settings) {
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

    /// Creates the options of the service of one client that runs as the same user.
    ///
    /// The client waits for each answer, so one thread searches. It may index any file that it may read itself, and
    /// any line of JSON Lines fits a message.
    init(ofOneClient settings: Settings) {
        self.init(settings)
        readers = 1
        checkPatience = nil
        roots = nil
        limits.frameBytes = max(limits.frameBytes, settings.lineBytes + ServiceOptions.envelopeBytes)
    }

    /// The number of bytes that a request needs around an article.
    private static let envelopeBytes = 4_096
}
