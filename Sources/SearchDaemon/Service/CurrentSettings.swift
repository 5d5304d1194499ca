import Settings
import Synchronization

/// The daemon's settings, some of which a reload can change.
final class CurrentSettings: Sendable {
    private let settings: Mutex<Settings>

    init(_ settings: Settings) { self.settings = Mutex(settings) }

    var value: Settings { settings.withLock { $0 } }

    /// Adopts the settings that can be changed while the daemon runs.
    ///
    /// - Parameter new: the settings as they are now.
    /// - Returns: the keys whose values have changed, and those whose new values apply after a restart.
    func take(_ new: Settings) -> (taken: [SettingKey], later: [SettingKey]) {
        settings.withLock { settings in
            let changes = new.changes(from: settings)
            let later = changes.filter { !$0.isTakenOverLive }
            settings.takeOver(new)
            return (changes.filter(\.isTakenOverLive), later)
        }
    }
}
