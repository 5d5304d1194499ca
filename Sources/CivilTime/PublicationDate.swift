/// When an article was published: a day, and the time of day where it is known, both local to the archive.
package struct PublicationDate: Hashable, Sendable {
    /// The day of publication.
    package var day: Day
    /// Seconds since midnight, 0 to 86,399, or nil where only the day is known.
    package var secondOfDay: Int?
    /// How many seconds the archive's local time was ahead of UTC when a moment was brought to it, or nil where local time
    /// was given.
    package var zoneOffset: Int?

    /// A publication date; a time outside the day is dropped, and an offset without a time.
    package init(day: Day, secondOfDay: Int? = nil, zoneOffset: Int? = nil) {
        self.day = day
        self.secondOfDay = secondOfDay.flatMap { (0..<86_400).contains($0) ? $0 : nil }
        self.zoneOffset = self.secondOfDay == nil ? nil : zoneOffset
    }

    /// A moment given as seconds since 1970-01-01T00:00:00Z, seen from a time zone east of Greenwich by `offset` seconds.
    package init(unixSeconds: Int, offset: Int) {
        let bound = 400_000_000_000
        let ahead = min(max(offset, -86_400), 86_400)
        let local = min(max(unixSeconds, -bound), bound) + ahead
        let days = local >= 0 ? local / 86_400 : -((86_399 - local) / 86_400)
        self.init(day: Day(number: days), secondOfDay: local - days * 86_400, zoneOffset: ahead)
    }

    /// Returns the same moment in another time zone; local time, which belongs to none, stays as it is.
    ///
    /// - Parameter offset: how many seconds the other local time is ahead of UTC.
    /// - Returns: the date.
    package func seen(from offset: Int) -> PublicationDate {
        guard let zoneOffset, let secondOfDay, zoneOffset != offset else { return self }
        return PublicationDate(unixSeconds: day.number * 86_400 + secondOfDay - zoneOffset, offset: offset)
    }
}

extension PublicationDate: Comparable {
    /// Earlier days first; of one day, an article without a time comes before those with one.
    package static func < (left: PublicationDate, right: PublicationDate) -> Bool {
        (left.day.number, left.secondOfDay ?? -1) < (right.day.number, right.secondOfDay ?? -1)
    }
}

extension PublicationDate: CustomStringConvertible {
    /// ISO 8601 without a time zone: `2015-03-19` or `2015-03-19T21:54:00`.
    package var description: String {
        guard let secondOfDay else { return day.description }
        let (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
        return "\(day)T\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(second, to: 2))"
    }
}
