import ArgumentParser
import Foundation
import Measuring
import Postings
import SearchClient
import SearchEngine
import SearchProtocol
import UnixSockets

/// This project's daemon, queried through its socket; its CPU time is that of its whole process.
final class TracuuDaemon: MeasuredEngine {
    /// The names in tables without snippets, and with them.
    static let (plainName, snippetName) = ("tracuu's daemon", "tracuu's daemon, snippets")

    let name: String
    let reading = WordReading.asTyped
    private let hasSnippets: Bool
    private let connection: Connection
    /// The daemon's process id.
    let process: pid_t
    private let clock: ProcessorClock

    /// Starts a daemon on an index.
    ///
    /// - Parameters:
    ///   - index: The index.
    ///   - folder: The folder for its socket and its log.
    ///   - hasSnippets: Whether hits are requested with snippets.
    /// - Throws: `ClientError` where it does not start.
    init(index: String, folder: String, hasSnippets: Bool) throws {
        self.hasSnippets = hasSnippets
        name = hasSnippets ? TracuuDaemon.snippetName : TracuuDaemon.plainName
        let socket = folder + (hasSnippets ? "/snippets" : "/plain")
        let launcher = DaemonLauncher(
            program: MeasuredHome.programs.appendingPathComponent("tracuud").path,
            arguments: ["--index", index, "--socket", socket, "--on-demand"], log: socket + ".log")
        connection = try launcher.connect(to: try SocketPath(socket))
        guard let process = connection.daemonProcess else {
            throw ValidationError("the system does not tell which process serves \(socket)")
        }
        self.process = process
        clock = try ProcessorClock(process: process)
    }

    func ask(_ question: Question) async throws -> Answer {
        let params = params(question, countTo: 0)
        let (start, cpu) = (ContinuousClock.now, clock.now)
        let json = try connection.call(.search, params)
        let wall = start.duration(to: .now)
        // The work of the daemon after sending the answer is part of the cost of the request.
        usleep(300)
        let spent = clock.now - cpu
        let result = try SearchResult(json: json)
        return Answer(cpu: spent, wall: wall.nanoseconds, ids: result.hits.map(\.id))
    }

    func count(_ question: Question) async throws -> Total? {
        let total = try SearchResult(json: try connection.call(.search, params(question))).total
        return Total(value: total.value, isExact: total.relation == .exact)
    }

    private func params(_ question: Question, countTo: Int? = nil) -> SearchParams {
        let query = TracuuQuery(question)
        return SearchParams(
            query: query.text, match: SearchMatch(rawValue: query.matching.rawValue), snippets: hasSnippets,
            asYouType: question.kind == .beginning, countTo: countTo)
    }

    /// Stops the daemon, and waits until it has exited.
    func end() {
        kill(process, SIGTERM)
        for _ in 0..<1_000 where kill(process, 0) == 0 { usleep(5_000) }
    }
}
