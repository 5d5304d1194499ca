import Foundation
import Settings
import Testing

@Suite("The configuration file")
struct ConfigurationFileTests {
    @Test("An error names the file, the line, the key and the correction", arguments: brokenFiles)
    func broken(yaml: String, line: Int, reason: String) throws {
        let scene = try Scene()
        defer { scene.remove() }
        try scene.write(yaml, to: "c.yaml")
        let error = #expect(throws: SettingsError.self) {
            try scene.resolve(SettingOptions(config: scene.folder + "/c.yaml"))
        }
        #expect(error?.place == "\(scene.folder)/c.yaml:\(line)")
        #expect(error?.reason.hasPrefix(reason) == true, "\(error?.reason ?? "")")
        #expect(error?.description.contains("\n") == false)
    }

    @Test(
        "Comments, empty sections and dotted keys are read",
        arguments: [
            "", "# nothing\n", "limits:\n  # frame: 2MiB\n", "log.level: notice\n", "---\nlog: {level: notice}\n",
            "  # a\n\nlog:\n #level: x\nlimits:\n", "# đ\nlog:\n", "log: #\n", "#\rlog: {level: notice}\n",
        ])
    func fine(yaml: String) throws {
        let scene = try Scene()
        defer { scene.remove() }
        try scene.write(yaml, to: "c.yaml")
        let settings = try scene.resolve(SettingOptions(config: scene.folder + "/c.yaml"))
        #expect(settings.logLevel == .notice)
        #expect(settings.frameBytes == 1 << 20)
    }

    @Test("Every key of the file sets its setting")
    func everyKey() throws {
        let scene = try Scene()
        defer { scene.remove() }
        try scene.write(
            """
            index: i
            socket: s
            timeZone: -03:30
            log: {level: trace, slow: 20ms}
            daemon: {idleExit: 2h, readers: 7, deadline: 250ms, stopWithin: 9s, roots: [r, ~/s, /t]}
            limits: {frame: 2 MiB, connections: 1, inFlight: 2, window: 3, queue: 4, frameTime: 4s, readTime: 5m, result: 6MiB, output: 7MiB, memory: 1GiB}
            writing: {commitBytes: 64KiB}
            reading: {lineBytes: 4096, textBytes: 1MB}
            """, to: "c.yaml")
        let settings = try scene.resolve(SettingOptions(config: scene.folder + "/c.yaml"))
        #expect((settings.index, settings.socket) == (scene.folder + "/i", scene.folder + "/s"))
        #expect((settings.timeZoneOffset, settings.logLevel) == (-12_600, .trace))
        #expect(settings.idleExit(startedOnDemand: true) == .seconds(7_200))
        #expect((settings.readers, settings.deadline) == (7, .milliseconds(250)))
        #expect((settings.slowRequest, settings.stopWithin) == (.milliseconds(20), .seconds(9)))
        #expect(settings.roots == [scene.folder + "/r", scene.folder + "/home/s", "/t"])
        #expect((settings.frameBytes, settings.connections) == (2 << 20, 1))
        #expect((settings.inFlight, settings.window, settings.queue) == (2, 3, 4))
        #expect((settings.frameTime, settings.readTime) == (.seconds(4), .seconds(300)))
        #expect((settings.resultBytes, settings.outputBytes) == (6 << 20, 7 << 20))
        #expect(settings.memoryBytes == 1 << 30)
        #expect((settings.commitBytes, settings.lineBytes, settings.textBytes) == (65_536, 4_096, 1_000_000))
    }

    @Test("Roots are one folder or a list, and / if unset")
    func roots() throws {
        let scene = try Scene()
        defer { scene.remove() }
        #expect(try scene.resolve().roots == ["/"])
        try scene.write("daemon:\n  roots: ~/archive\n", to: "c.yaml")
        let options = SettingOptions(config: scene.folder + "/c.yaml")
        #expect(try scene.resolve(options).roots == [scene.folder + "/home/archive"])
        for wrong in ["[]", "[a, [b]]", "[a, ~]", "{a: b}", "''", "[a, '']"] {
            try scene.write("daemon:\n  roots: \(wrong)\n", to: "c.yaml")
            let error = #expect(throws: SettingsError.self) { try scene.resolve(options) }
            #expect(
                error?.description.contains("expected a folder, or a list") == true, "\(wrong): \(error?.reason ?? "")")
        }
    }

    @Test("The value never keeps even a daemon started on demand")
    func neverEnds() throws {
        let scene = try Scene()
        defer { scene.remove() }
        try scene.write("daemon: {idleExit: never}", to: "c.yaml")
        let settings = try scene.resolve(SettingOptions(config: scene.folder + "/c.yaml"))
        #expect(settings.idleExit(startedOnDemand: true) == nil)
    }

    @Test("Config/tracuu.yaml is what the table renders")
    func committed() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "Config/tracuu.yaml"), encoding: .utf8)
        #expect(text == Settings.commentedDefault())
    }

    @Test("The default file of comments sets nothing; uncommented, it sets every default")
    func uncommented() throws {
        let scene = try Scene()
        defer { scene.remove() }
        try scene.write(Settings.commentedDefault(), to: "a/c.yaml")
        var settings = try scene.resolve(SettingOptions(config: scene.folder + "/a/c.yaml"))
        settings.configurationFile = nil
        #expect(try settings == scene.resolve())
        let lines = Settings.commentedDefault().split(separator: "\n").map { line in
            line.firstMatch(of: /^( *)#([^ ].*)/).map { String($0.1) + $0.2 } ?? String(line)
        }
        try scene.write(lines.joined(separator: "\n"), to: "a/c.yaml")
        let full = try scene.resolve(SettingOptions(config: scene.folder + "/a/c.yaml"))
        #expect(full.index == scene.folder + "/Index")
        #expect(full.socket == SettingKey.socket.defaultText)
        #expect(full.givenIdleExit == .never)
        settings.index = full.index
        settings.socket = full.socket
        settings.givenIdleExit = .never
        settings.configurationFile = full.configurationFile
        #expect(settings == full)
    }

    private static let brokenFiles: [(String, Int, String)] = [
        ("indx: a\n", 1, "unknown key indx; did you mean index?"),
        ("log:\n  levle: debug\n", 2, "unknown key log.levle; did you mean log.level?"),
        ("\n\nlimit:\n  frame: 1\n", 3, "unknown key limit; did you mean limits?"),
        ("colour: red\n", 1, "unknown key colour; known at the top are daemon, index, limits, log, reading, socket"),
        ("daemon:\n  readers: 0\n", 2, "daemon.readers cannot be 0; expected a whole number from 1 to 1024, or cores"),
        ("limits:\n  connections: -1\n", 2, "limits.connections cannot be -1; expected a whole number from 1 to"),
        ("limits:\n  frame: 1.5MiB\n", 2, "limits.frame cannot be 1.5MiB; expected a size such as"),
        ("daemon:\n  deadline: 5\n", 2, "daemon.deadline cannot be 5; expected a duration such as"),
        ("daemon:\n  deadline: never\n", 2, "daemon.deadline cannot be never; expected a duration such as"),
        ("timeZone: Hanoi\n", 1, "timeZone cannot be Hanoi; expected an offset from UTC such as +07:00"),
        ("log:\n  level: loud\n", 2, "log.level cannot be loud; expected one of trace, debug"),
        ("index: [a, b]\n", 1, "index has no single value; expected a path"),
        ("a: 1\nindex:\n", 1, "unknown key a"),
        ("index:\n", 1, "index has no single value"),
        ("log: debug\n", 1, "log has to hold keys, each with its value"),
        ("- a\n", 1, "the file has to hold keys"),
        ("index: a\nindex: b\n", 2, "index is set twice; delete one"),
        ("log:\n# a\nlog:\n", 3, "log is set twice; delete one"),
        ("log.level: debug\nlog:\n  level: info\n", 3, "log.level is set twice; delete one"),
        ("index: a\n  socket: b\n", 2, "no YAML: "),
        ("index: \"a\n", 2, "no YAML: "),
        (String(repeating: "[", count: 200_000), 1, "no YAML: "),
        ((0..<1_300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), 100, "no YAML: "),
    ]
}
