import ArgumentParser
import Glibc
import Measuring
import SearchClient
import SearchProtocol
import UnixSockets

/// A daemon that was started here, with the time it took until it answered.
final class StartedDaemon {
    /// The times until it answered.
    let ready: TimedProgram.Times
    private let program: TimedProgram
    private let connection: Connection
    private let clock: ProcessorClock

    /// Starts a daemon and waits until its socket answers.
    ///
    /// - Throws: `ValidationError` where it does not within ten seconds; `ClientError`.
    init(index: String, socket: String) throws {
        let path = try SocketPath(socket)
        let tracuud = MeasuredHome.programs.appendingPathComponent("tracuud").path
        program = try TimedProgram(tracuud, ["--index", index, "--socket", socket, "--on-demand"])
        clock = try ProcessorClock(process: program.process)
        var connection: Connection?
        while connection == nil {
            guard program.elapsed < 10_000_000_000 else {
                kill(program.process, SIGKILL)
                _ = program.wait()
                throw ValidationError("tracuud did not answer at \(socket) within 10 s")
            }
            connection = try Connection.ifServed(at: path)
            if connection == nil { usleep(200) }
        }
        guard let connection else { throw ValidationError("tracuud did not answer at \(socket)") }
        self.connection = connection
        ready = TimedProgram.Times(wall: program.elapsed, cpu: clock.now)
    }

    /// The times from the start until now.
    var sinceStart: TimedProgram.Times { TimedProgram.Times(wall: program.elapsed, cpu: clock.now) }

    /// Measures a search over the open connection.
    func search(_ text: String) throws -> TimedProgram.Times {
        let (start, before) = (ContinuousClock.now, clock.now)
        _ = try connection.call(.search, SearchParams(query: text))
        let wall = start.duration(to: .now).nanoseconds
        return TimedProgram.Times(wall: wall, cpu: clock.now - before)
    }

    /// Stops the daemon, and waits until it has exited.
    func end() {
        kill(program.process, SIGTERM)
        _ = program.wait()
    }
}
