/// The interval at which a supervisor expects notices that the service works: sd_watchdog_enabled(3).
enum WatchdogTime {
    /// Reads the time after which the supervisor restarts a silent service, or nil where it does not watch this
    /// process.
    ///
    /// - Parameters:
    ///   - environment: contains `WATCHDOG_USEC` and optionally `WATCHDOG_PID`.
    ///   - process: the id of this process.
    /// - Returns: the time.
    static func read(_ environment: [String: String], process: Int32) -> Duration? {
        guard let microseconds = environment["WATCHDOG_USEC"].flatMap({ Int64($0) }), microseconds > 0 else {
            return nil
        }
        if let watched = environment["WATCHDOG_PID"], Int32(watched) != process { return nil }
        return .microseconds(microseconds)
    }
}
