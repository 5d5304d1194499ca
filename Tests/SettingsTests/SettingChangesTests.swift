import Settings
import Testing

@Suite("Changes between two readings of the configuration")
struct SettingChangesTests {
    /// A value other than the default for every key that a file can set.
    private static let others: [SettingKey: String] = [
        .index: "elsewhere", .socket: "other.sock", .timeZone: "Z", .logLevel: "debug", .slow: "never",
        .idleExit: "3m", .readers: "17", .deadline: "17s", .stopWithin: "17s", .frame: "17MiB", .connections: "17",
        .roots: "/srv", .queue: "17", .frameTime: "17s", .readTime: "17m", .resultBytes: "17MiB",
        .outputBytes: "17MiB", .memoryBytes: "17GiB",
        .inFlight: "17", .window: "17", .commitBytes: "17MiB", .lineBytes: "17MiB", .textBytes: "17MiB",
    ]

    @Test("A changed key is detected, and no other", arguments: SettingKey.allCases)
    func each(key: SettingKey) throws {
        let scene = try Scene()
        defer { scene.remove() }
        let other = try #require(SettingChangesTests.others[key], "give \(key.name) another value here")
        try scene.write("", to: "c.yaml")
        let options = SettingOptions(config: scene.folder + "/c.yaml")
        let before = try scene.resolve(options)
        try scene.write("\(key.name): \(other)\n", to: "c.yaml")
        let after = try scene.resolve(options)
        #expect(after.changes(from: before) == [key])
        #expect(before.changes(from: before).isEmpty)
    }
}
