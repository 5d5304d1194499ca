extension Settings {
    /// The settings that differ between two readings of the configuration, in the table's order.
    package func changes(from other: Settings) -> [SettingKey] {
        SettingKey.allCases.filter { value(of: $0) != other.value(of: $0) }
    }

    /// The value of a setting, for comparison.
    private func value(of key: SettingKey) -> AnyHashable {
        switch key {
        case .index: index
        case .socket: socket
        case .timeZone: timeZoneOffset
        case .logLevel: logLevel
        case .slow: slowRequest
        case .idleExit: givenIdleExit
        case .readers: readers
        case .deadline: deadline
        case .stopWithin: stopWithin
        case .roots: roots
        case .frame: frameBytes
        case .connections: connections
        case .inFlight: inFlight
        case .window: window
        case .queue: queue
        case .frameTime: frameTime
        case .readTime: readTime
        case .resultBytes: resultBytes
        case .outputBytes: outputBytes
        case .memoryBytes: memoryBytes
        case .commitBytes: commitBytes
        case .lineBytes: lineBytes
        case .textBytes: textBytes
        }
    }
}
