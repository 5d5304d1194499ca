import Foundation
import Testing

@Suite("What the daemon allows to which client")
struct TrustTests {
    @Test("With roots set, a client can index files below them only, and the error says how to change that")
    func roots() throws {
        let home = try Home()
        let inside = try home.write(#"{"id": "a", "body": "Thông xe"}"#, as: "in/a.jsonl")
        let outside = try home.write(#"{"id": "b", "body": "Bí mật"}"#, as: "out/b.jsonl")
        try FileManager.default.createSymbolicLink(
            atPath: home.path + "/in/link.jsonl", withDestinationPath: outside)
        _ = try home.write("daemon:\n  roots: [\(home.path)/in]\n", as: "tracuu.yaml")
        _ = try Programs.tracuu(["daemon", "start"], in: home)
        let refused = try Programs.tracuu(["index", outside], in: home)
        #expect(refused.status == 2)
        #expect(refused.errorLines.count == 1)
        for part in [outside, home.path + "/in", "daemon.roots", "--no-daemon"] {
            #expect(refused.errors.contains(part), "\(refused.errors)")
        }
        let taken = try Programs.tracuu(["index", "--json", home.path + "/in"], in: home)
        #expect(taken.status == 0)
        #expect(try taken.json()["added"] as? Int == 1)
        #expect((try taken.json()["failed"] as? [[String: Any]])?.count == 1)
        #expect(try Programs.tracuu(["search", "bí mật"], in: home).status == 1)
        // The client reads its own files itself.
        #expect(try Programs.tracuu(["index", "--no-daemon", inside, outside], in: home).status == 0)
        #expect(try Programs.tracuu(["search", "bí mật"], in: home).status == 0)
    }

    @Test("Started without its standard descriptors, the daemon fills them, so that its tables get none of them")
    func descriptors() throws {
        let home = try Home()
        let path = try home.write(#"{"id": "a", "body": "Thông xe"}"#, as: "a.jsonl")
        let daemon = Programs.folder.appendingPathComponent("tracuud").path
        // Closes whatever else was inherited too: the test would take an end of it that lives on for the shell itself.
        let line = "for n in /proc/self/fd/*; do eval \"exec ${n##*/}>&-\"; done; '\(daemon)' &"
        let starting = try Programs.shell(line, in: home)
        #expect(starting.status == 0)
        let connection = try home.connect().value
        #expect(try Programs.tracuu(["index", path], in: home).status == 0)
        #expect(try Programs.tracuu(["search", "thong xe"], in: home).status == 0)
        let process = try #require(connection.daemonProcess)
        for descriptor in 0...2 {
            let target = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\(descriptor)")
            #expect(target == "/dev/null")
        }
    }

    @Test("The socket has mode 0600, its folder 0700 and the index's folder 0700, whatever the umask")
    func modes() throws {
        let home = try Home()
        let path = try home.write(#"{"id": "a", "body": "Thông xe"}"#, as: "a.jsonl")
        let line =
            "umask 0; export TRACUU_SOCKET=\(home.path)/run/s; $tracuu index \(path) && $tracuu daemon start;"
            + " stat -c %a \(home.path)/run \(home.path)/run/s \(home.index); $tracuu daemon stop"
        let outcome = try Programs.shell(line, in: home)
        #expect(outcome.status == 0)
        let modes = outcome.output.split(separator: "\n").filter { $0.allSatisfy(\.isNumber) }
        #expect(modes == ["700", "600", "700"])
    }
}
