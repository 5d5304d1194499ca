import Settings
import Synchronization

/// The daemon's settings, of which a reload takes some over.
final class CurrentSettings: Sendable {
    private let settings: Mutex<Settings>

    init(_ settings: Settings) { self.settings = Mutex(settings) }

    var value: Settings { settings.withLock { $0 } }

    /// Takes over what can be taken over while the daemon runs.
    ///
    /// - Parameter new: the settings as they are read now.
    /// - Returns: the keys that have another value now, and those that hold when the daemon is started again.
    func take(_ new: Settings) -> (taken: [SettingKey], later: [SettingKey]) {
        settings.withLock { settings in
            let changes = new.changes(from: settings)
            let later = changes.filter { !$0.isTakenOverLive }
            var next = new
            // What the daemon was started with goes on.
            (next.index, next.socket, next.readers) = (settings.index, settings.socket, settings.readers)
            (next.givenIdleExit, next.stopWithin) = (settings.givenIdleExit, settings.stopWithin)
            next.queue = settings.queue
            settings = next
            return (changes.filter(\.isTakenOverLive), later)
        }
    }
}
