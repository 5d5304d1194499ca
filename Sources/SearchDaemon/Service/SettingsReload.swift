import Logging
import ServiceLifecycle
import Settings
import UnixSignals

/// Reads the configuration again at every SIGHUP.
///
/// Settings that can change at run time are adopted. Those that cannot are named in the log, and a configuration that
/// cannot be read changes nothing.
struct SettingsReload: Service {
    /// The signals, trapped before this service runs: until then SIGHUP would end the process.
    let signals: UnixSignalsSequence
    let settings: CurrentSettings
    /// Reads the settings from the same sources as at the start of the daemon.
    let read: @Sendable () throws -> Settings
    /// Applies the adopted settings to the parts of the daemon.
    let apply: @Sendable (Settings) async -> Void
    let supervisor: SupervisorSocket?
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in signals { await reload() }
        }
    }

    /// Reads the configuration again.
    func reload() async {
        supervisor?.tell(.reloading(monotonicMicroseconds: monotonicMicroseconds()))
        defer { supervisor?.tell(.ready) }
        let new: Settings
        do {
            new = try read()
        } catch {
            logger.error(
                "the configuration cannot be read again, the old one holds", metadata: ["reason": "\(error)"])
            return
        }
        let (taken, later) = settings.take(new)
        await apply(settings.value)
        var metadata: Logger.Metadata = ["taken": "\(SettingsReload.list(taken))"]
        if !later.isEmpty { metadata["whenStartedAgain"] = "\(SettingsReload.list(later))" }
        logger.notice("read the configuration again", metadata: metadata)
    }

    private static func list(_ keys: [SettingKey]) -> String {
        keys.isEmpty ? "nothing" : keys.map(\.name).joined(separator: ",")
    }
}
