import Testing

@testable import SearchDaemon

@Suite("The supervisor's socket")
struct SupervisorSocketTests {
    @Test(
        "An address is a path or an abstract name that fits",
        arguments: [
            ("", false), ("relative", false), ("/", false), ("@", false), ("/run/notify", true), ("@name", true),
            ("/" + String(repeating: "n", count: 107), false), ("/" + String(repeating: "n", count: 106), true),
            ("vsock:2:1234", false), ("/a\u{0}b", false),
        ])
    func address(name: String, isOne: Bool) {
        #expect((SupervisorSocket(environment: ["NOTIFY_SOCKET": name]) != nil) == isOne)
        #expect(SupervisorSocket(environment: [:]) == nil)
    }

    @Test("The daemon goes on if the supervisor has gone")
    func gone() throws {
        let socket = try #require(SupervisorSocket(environment: ["NOTIFY_SOCKET": "/nowhere/at/all"]))
        #expect(socket.tell(.ready) != 0)
    }

    @Test("A status stays on its line")
    func status() {
        #expect(SupervisorNotice.status("a\nREADY=1").lines == ["STATUS=a READY=1"])
    }
}
