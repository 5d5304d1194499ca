import Settings
import Testing

@Suite("Values of settings")
struct SettingValueTests {
    @Test(
        "Sizes are parsed",
        arguments: [
            ("0", 0), ("4096", 4_096), ("4096B", 4_096), ("64KiB", 65_536), ("1 MiB", 1 << 20), ("2gib", 2 << 30),
            ("1MB", 1_000_000), ("3kB", 3_000),
        ])
    func sizes(text: String, bytes: Int) {
        #expect(ByteSize(text)?.bytes == bytes)
    }

    @Test(
        "Invalid sizes are refused",
        arguments: [
            "", "-1", "+1", "1.5MiB", "MiB", "1TiB", "1M", "99999999999999999999", "999999999999999999GiB", "１",
            "1 MiB ",
        ])
    func noSizes(text: String) {
        #expect(ByteSize(text) == nil)
    }

    @Test(
        "A size is shown in the largest unit that divides it, and reads back",
        arguments: [
            (0, "0B"), (1_023, "1023B"), (1 << 10, "1KiB"), (1 << 20, "1MiB"), ((1 << 20) + 1_024, "1025KiB"),
            (3 << 30, "3GiB"),
        ])
    func sizeText(bytes: Int, text: String) {
        #expect(ByteSize(bytes: bytes).description == text)
        #expect(ByteSize(text)?.bytes == bytes)
    }

    @Test(
        "Durations are parsed",
        arguments: [
            ("250ms", Duration.milliseconds(250)), ("5s", .seconds(5)), ("10m", .seconds(600)),
            ("10 min", .seconds(600)),
            ("1h", .seconds(3_600)), ("2d", .seconds(172_800)),
        ])
    func durations(text: String, duration: Duration) {
        #expect(Duration(settingText: text) == duration)
    }

    @Test("What is no duration", arguments: ["", "5", "0s", "-5s", "5 years", "1.5s", "s", "999999999999d", "never"])
    func noDurations(text: String) {
        #expect(Duration(settingText: text) == nil)
    }

    @Test(
        "Offsets from UTC are parsed",
        arguments: [("+07:00", 25_200), ("-03:30", -12_600), ("Z", 0), ("UTC", 0), ("+14:00", 50_400)])
    func offsets(text: String, seconds: Int) {
        #expect(TimeOffset(text)?.seconds == seconds)
    }

    @Test(
        "Invalid offsets are refused",
        arguments: ["", "7", "07:00", "+7:00", "+07:60", "+15:00", "+14:01", "+0a:00", "Asia/Ho_Chi_Minh"])
    func noOffsets(text: String) {
        #expect(TimeOffset(text) == nil)
    }

    @Test("Every default fits its own key")
    func defaultsFit() {
        for key in SettingKey.allCases { #expect(key.kind.accepts(key.defaultText), "\(key.name)") }
    }
}
