import Foundation
import Testing

@Suite("A daemon whose socket is removed")
struct RemovedSocketTests {
    /// A home whose socket is in a folder of its own, as in the default location below `/tmp`.
    private func served() throws -> (home: Home, options: [String], process: Int) {
        let home = try Home()
        _ = try Programs.tracuu(
            ["index", "--quiet", "--no-daemon", "-"], in: home, input: #"{"id": "a", "body": "bến phà cũ"}"#)
        let options = ["--socket", home.path + "/run/s"]
        let start = try Programs.tracuu(["daemon", "start", "--json"] + options, in: home)
        return (home, options, try #require(try start.json()["process"] as? Int))
    }

    @Test(
        "Searches go on with the same daemon, and it can be restarted and stopped",
        arguments: ["run/s", "run/s.lock run/s", "run"])
    func removed(names: String) throws {
        let (home, options, process) = try served()
        func remove() throws {
            for name in names.split(separator: " ") {
                try FileManager.default.removeItem(atPath: home.path + "/" + name)
            }
        }
        try remove()
        let found = try Programs.tracuu(["search", "bến phà"] + options, in: home)
        #expect(found.status == 0, "\(found.errors)")
        let status = try Programs.tracuu(["status", "--json"] + options, in: home).json()
        #expect(status["process"] as? Int == process)
        try remove()
        #expect(try Programs.tracuu(["status", "--json"] + options, in: home).json()["process"] as? Int == process)
        try remove()
        let restarted = try Programs.tracuu(["daemon", "restart", "--json"] + options, in: home)
        #expect(restarted.status == 0, "\(restarted.errors)")
        let next = try #require(try restarted.json()["process"] as? Int)
        #expect(next != process)
        try remove()
        let stopped = try Programs.tracuu(["daemon", "stop"] + options, in: home)
        #expect(stopped.status == 0, "\(stopped.errors)")
        #expect(try Programs.tracuu(["daemon", "stop"] + options, in: home).status == 1)
        #expect(!FileManager.default.fileExists(atPath: home.path + "/run/s"))
    }

    @Test("A daemon whose passed socket is removed ends in order, and the client starts another")
    func supervised() throws {
        let home = try Home()
        _ = try Programs.tracuu(
            ["index", "--quiet", "--no-daemon", "-"], in: home, input: #"{"id": "a", "body": "bến phà cũ"}"#)
        let supervisor = try PlayedSupervisor(home)
        let socket = try supervisor.listen()
        let daemon = try supervisor.start(handing: socket)
        #expect(supervisor.hears("READY=1"))
        try FileManager.default.removeItem(atPath: home.socket)
        let found = try Programs.tracuu(["search", "bến phà"], in: home)
        #expect(found.status == 0, "\(found.errors)")
        daemon.waitUntilExit()
        #expect(daemon.terminationStatus == 0)
        #expect(supervisor.logged.contains { $0.contains("clients cannot reach this process") })
        try socket.close()
    }

    @Test("A daemon that was given one name of the index answers clients that give another")
    func linkedIndex() throws {
        let home = try Home()
        let archive = try home.write(#"{"id": "a", "body": "bến phà cũ"}"#, as: "real/a.jsonl")
        symlink(home.path + "/real", home.path + "/link")
        let names = [home.path + "/real/index", home.path + "/link/index"]
        for (served, asked) in [(names[0], names[1]), (names[1], names[0])] {
            _ = try Programs.tracuu(["index", "--quiet", "--no-daemon", "--index", served, archive], in: home)
            #expect(try Programs.tracuu(["daemon", "start", "--index", served], in: home).status == 0)
            #expect(try Programs.tracuu(["daemon", "start", "--index", asked], in: home).status == 0)
            let options = ["--index", asked, "--socket", home.socket]
            #expect(try Programs.tracuu(["search", "bến phà"] + options, in: home).status == 0)
            #expect(try Programs.tracuu(["status", "--json"] + options, in: home).json()["uptimeSeconds"] is Int)
            #expect(try Programs.tracuu(["daemon", "stop"], in: home).status == 0)
        }
    }
}
