import Foundation
import Testing

@Suite("The script Config/install")
struct InstallTests {
    private let script = checkout.appendingPathComponent("Config/install").path

    private func install(_ arguments: [String], in home: Home) throws -> Programs.Outcome {
        let environment = ["HOME": home.path, "PATH": "/usr/bin:/bin", "XDG_CONFIG_HOME": home.path + "/config"]
        return try Client([script] + arguments, in: home, program: "/bin/bash", environment: environment).finish()
    }

    @Test("The script installs programs, units and a missing configuration, and removes all but the configuration")
    func installed() throws {
        let home = try Home()
        let made = [
            ".local/bin/tracuu", ".local/bin/tracuud", "config/systemd/user/tracuud.service",
            "config/systemd/user/tracuud.socket",
        ].map { home.path + "/" + $0 }
        let settings = home.path + "/config/tracuu/tracuu.yaml"
        let outcome = try install(["--programs", Programs.folder.path], in: home)
        #expect(outcome.status == 0, "\(outcome.errors)")
        for file in made + [settings] { #expect(outcome.output.contains("wrote \(file)\n")) }
        #expect(outcome.output.contains("install --uninstall"))
        let version = try Client(["--version"], in: home, program: made[0]).finish()
        #expect(version.status == 0)

        // The user's own configuration is kept, and stays usable for what was installed.
        try Data("limits:\n  window: 77\n".utf8).write(to: URL(fileURLWithPath: settings))
        let again = try install(["--programs", Programs.folder.path], in: home)
        #expect(again.output.contains("kept \(settings)\n"))
        #expect(try String(contentsOfFile: settings, encoding: .utf8) == "limits:\n  window: 77\n")
        let deep = try Client(["search", "--no-daemon", "--limit", "78", "a"], in: home, program: made[0]).finish()
        #expect(deep.status != 0)

        let removed = try install(["--uninstall"], in: home)
        #expect(removed.status == 0, "\(removed.errors)")
        for file in made { #expect(!FileManager.default.fileExists(atPath: file)) }
        #expect(FileManager.default.fileExists(atPath: settings))
        #expect(try install(["--uninstall"], in: home).status == 0)
    }

    @Test("The script installs the editors' plugins where the editors look for them, and removes them")
    func editors() throws {
        let home = try Home()
        let made = [
            "vim": ".vim/pack/tracuu/start/tracuu/plugin/tracuu.vim",
            "neovim": ".local/share/nvim/site/pack/tracuu/start/tracuu/plugin/tracuu.lua",
            "emacs": ".local/share/tracuu/emacs/tracuu.el", "vscode": ".local/share/tracuu/vscode/tracuu.vsix",
        ].mapValues { home.path + "/" + $0 }
        let arguments = made.keys.sorted().flatMap { ["--editor", $0] }
        let outcome = try install(["--programs", Programs.folder.path] + arguments, in: home)
        #expect(outcome.status == 0, "\(outcome.errors)")
        for file in made.values { #expect(FileManager.default.fileExists(atPath: file), "\(file)") }
        // Files of an earlier version are removed.
        let old = home.path + "/.vim/pack/tracuu/start/tracuu/plugin/old.vim"
        try Data().write(to: URL(fileURLWithPath: old))
        #expect(try install(["--programs", Programs.folder.path, "--editor", "vim"], in: home).status == 0)
        #expect(!FileManager.default.fileExists(atPath: old))

        #expect(try install(["--uninstall"], in: home).status == 0)
        for file in made.values { #expect(!FileManager.default.fileExists(atPath: file), "\(file)") }
    }

    @Test("The script reports in one line what it cannot do")
    func refused() throws {
        let home = try Home()
        for arguments in [
            ["--programs", home.path], ["--programs"], ["--prefix"], ["--editor"], ["--editor", "nano"],
        ] {
            let outcome = try install(arguments, in: home)
            #expect(outcome.status == 2)
            #expect(outcome.errorLines.count == 1)
        }
    }

    @Test(
        "systemd finds nothing wrong with the units",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")))
    func units() throws {
        let home = try Home()
        #expect(try install(["--programs", Programs.folder.path], in: home).status == 0)
        let units = ["service", "socket"].map { home.path + "/config/systemd/user/tracuud.\($0)" }
        let environment = ["HOME": home.path, "XDG_RUNTIME_DIR": home.path, "PATH": "/usr/bin:/bin"]
        let verified = try Client(
            ["--user", "verify"] + units, in: home, program: "/usr/bin/systemd-analyze", environment: environment
        ).finish()
        #expect(verified.status == 0)
        #expect(!verified.errors.contains("tracuud"), "\(verified.errors)")
    }
}
