extension Settings {
    /// The settings that differ between two readings of the configuration, in the table's order.
    package func changes(from other: Settings) -> [SettingKey] {
        SettingKey.allCases.filter { !$0.isEqual(self, other) }
    }

    /// Adopts the values that a running daemon can take over; the others stay.
    package mutating func takeOver(_ new: Settings) {
        var next = new
        for key in SettingKey.allCases where !key.isTakenOverLive { key.copy(&next, self) }
        self = next
    }
}
