/// How often a supervisor wants to hear that the service works, sd_watchdog_enabled(3).
enum WatchdogTime {
    /// The time after which the supervisor restarts a silent service, or nil where it does not watch this process.
    ///
    /// - Parameters:
    ///   - environment: holds `WATCHDOG_USEC` and perhaps `WATCHDOG_PID`.
    ///   - process: the number of this process.
    /// - Returns: the time.
    static func read(_ environment: [String: String], process: Int32) -> Duration? {
        guard let microseconds = environment["WATCHDOG_USEC"].flatMap({ Int64($0) }), microseconds > 0 else {
            return nil
        }
        if let watched = environment["WATCHDOG_PID"], Int32(watched) != process { return nil }
        return .microseconds(microseconds)
    }
}
