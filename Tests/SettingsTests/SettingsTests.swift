import Foundation
import Settings
import Testing

@Suite("Settings")
struct SettingsTests {
    @Test("Without a configuration every key has the default that the table says")
    func defaults() throws {
        let scene = try Scene()
        defer { scene.remove() }
        let settings = try scene.resolve()
        #expect(settings.configurationFile == nil)
        #expect(settings.index == scene.folder + "/home/.local/share/tracuu")
        #expect(settings.socket == "/tmp/tracuu-\(geteuid())/tracuu.sock")
        #expect(settings.logLevel == .notice)
        #expect(settings.timeZoneOffset == 25_200)
        #expect(settings.readers == nil)
        #expect((settings.deadline, settings.stopWithin) == (.seconds(5), .seconds(5)))
        #expect(settings.slowRequest == .seconds(1))
        #expect(settings.idleExit(startedOnDemand: false) == nil)
        #expect(settings.idleExit(startedOnDemand: true) == .seconds(600))
        #expect((settings.frameBytes, settings.commitBytes) == (1 << 20, 4 << 20))
        #expect((settings.lineBytes, settings.textBytes) == (16 << 20, 16 << 20))
        #expect((settings.connections, settings.inFlight, settings.window) == (256, 64, 10_000))
        #expect(settings.queue == 1_024)
    }

    @Test("An option overrides the environment, which overrides the file, which overrides the default")
    func precedence() throws {
        let scene = try Scene()
        defer { scene.remove() }
        try scene.write("index: a\nsocket: ~/s\nlog:\n  level: debug\n", to: "home/.config/tracuu/tracuu.yaml")
        let file = try scene.resolve()
        #expect(file.configurationFile == scene.folder + "/home/.config/tracuu/tracuu.yaml")
        #expect(file.index == scene.folder + "/home/.config/tracuu/a")
        #expect(file.socket == scene.folder + "/home/s")
        #expect(file.logLevel == .debug)
        let variables = ["TRACUU_INDEX": "b/../c", "TRACUU_SOCKET": ""]
        #expect(try scene.resolve(environment: variables).index == scene.folder + "/here/c")
        #expect(try scene.resolve(environment: variables).socket == scene.folder + "/home/s")
        let options = SettingOptions(index: "/d/", socket: "e", logLevel: "error")
        let settings = try scene.resolve(options, environment: variables)
        #expect((settings.index, settings.socket) == ("/d", scene.folder + "/here/e"))
        #expect(settings.logLevel == .error)
    }

    @Test("--config overrides TRACUU_CONFIG, and either overrides the default file")
    func whichFile() throws {
        let scene = try Scene()
        defer { scene.remove() }
        for name in ["home/.config/tracuu/tracuu.yaml", "here/variable.yaml", "here/option.yaml"] {
            try scene.write("index: x\n", to: name)
        }
        let variables = ["TRACUU_CONFIG": "variable.yaml"]
        #expect(try scene.resolve(environment: variables).configurationFile == scene.folder + "/here/variable.yaml")
        let option = try scene.resolve(SettingOptions(config: "option.yaml"), environment: variables)
        #expect(option.configurationFile == scene.folder + "/here/option.yaml")
    }

    @Test("A relative path from a working folder without a usable name is an error, and an absolute one is none")
    func unnamedFolder() throws {
        let surroundings = ProcessEnvironment(executable: "/usr/bin/tracuu", currentFolder: "", userID: geteuid())
        let error = #expect(throws: SettingsError.self) {
            try Settings.resolve(
                options: SettingOptions(index: "a"), environment: ["HOME": "/h"], surroundings: surroundings)
        }
        #expect(error?.reason.contains("working folder that was deleted") == true)
        let settings = try Settings.resolve(
            options: SettingOptions(index: "/a"), environment: ["HOME": "/h"], surroundings: surroundings)
        #expect(settings.index == "/a")
    }

    @Test("A missing configuration file is an error if it was named, and none if it is the default file")
    func missingFile() throws {
        let scene = try Scene()
        defer { scene.remove() }
        let option = #expect(throws: SettingsError.self) { try scene.resolve(SettingOptions(config: "no.yaml")) }
        #expect(
            option?.description
                == "--config: there is no file \(scene.folder)/here/no.yaml; create it or name another")
        let variable = #expect(throws: SettingsError.self) {
            try scene.resolve(environment: ["TRACUU_CONFIG": "/no.yaml"])
        }
        #expect(variable?.place == "TRACUU_CONFIG")
    }

    @Test("In a checkout the defaults are Config/tracuu.yaml and Index, from wherever the program is called")
    func checkout() throws {
        var scene = try Scene()
        defer { scene.remove() }
        try scene.write("", to: "repo/Package.swift")
        try scene.write(
            "deadline: 1s\n".replacing("deadline", with: "daemon:\n  deadline"), to: "repo/Config/tracuu.yaml")
        scene.executable = scene.folder + "/repo/.build/x86_64/debug/tracuu"
        #expect(try scene.resolve().index == scene.folder + "/home/.local/share/tracuu")
        try scene.write("", to: "repo/Index/README.md")
        #expect(try scene.resolve().index == scene.folder + "/repo/Index")
        #expect(try scene.resolve().deadline == .seconds(1))
    }

    @Test("XDG folders are followed when absolute and ignored when relative")
    func baseDirectories() throws {
        let scene = try Scene()
        defer { scene.remove() }
        #expect(try scene.resolve(environment: ["XDG_DATA_HOME": "/data/"]).index == "/data/tracuu")
        #expect(try scene.resolve(environment: ["XDG_DATA_HOME": "data"]).index.hasSuffix("/home/.local/share/tracuu"))
        let homeless = #expect(throws: SettingsError.self) { try scene.resolve(environment: ["HOME": ""]) }
        #expect(homeless?.place == "HOME")
        #expect(try scene.resolve(SettingOptions(index: "/i"), environment: ["HOME": ""]).index == "/i")
    }

    @Test("The runtime folder holds the socket only if it is the user's own folder with mode 0700")
    func runtimeFolder() throws {
        let scene = try Scene()
        defer { scene.remove() }
        let folder = scene.folder + "/run"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (mode, isTaken) in [(0o700, true), (0o755, false), (0o500, false)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder)
            let socket = try scene.resolve(environment: ["XDG_RUNTIME_DIR": folder]).socket
            #expect((socket == folder + "/tracuu.sock") == isTaken)
        }
        let missing = try scene.resolve(environment: ["XDG_RUNTIME_DIR": scene.folder + "/none"]).socket
        #expect(missing.hasPrefix("/tmp/tracuu-"))
    }

    @Test("A socket's path may have 107 bytes and no more")
    func socketLength() throws {
        let scene = try Scene()
        defer { scene.remove() }
        let longest = "/" + String(repeating: "s", count: 106)
        #expect(try scene.resolve(SettingOptions(socket: longest)).socket == longest)
        let error = #expect(throws: SettingsError.self) { try scene.resolve(SettingOptions(socket: longest + "s")) }
        #expect(error?.reason == "the socket's path has 108 bytes, 107 is the limit; give a shorter one with --socket")
    }

    @Test("The error for an invalid option names it and what was expected")
    func unfitOption() throws {
        let scene = try Scene()
        defer { scene.remove() }
        let error = #expect(throws: SettingsError.self) { try scene.resolve(SettingOptions(logLevel: "loud")) }
        #expect(error?.description.hasPrefix("--log-level: cannot be loud; expected one of trace, debug") == true)
    }
}
