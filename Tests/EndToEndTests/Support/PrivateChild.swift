import Foundation

/// The private process that a client started, as the system shows it.
struct PrivateChild {
    let identifier: pid_t

    /// Waits for the only child of a client; nil if the client ends without one.
    init?(of client: Process) {
        let parent = client.processIdentifier
        while client.isRunning {
            let children = try? String(contentsOfFile: "/proc/\(parent)/task/\(parent)/children", encoding: .utf8)
            if let child = children?.split(separator: " ").first.flatMap({ pid_t($0) }) {
                identifier = child
                return
            }
        }
        return nil
    }

    /// Waits until it has said hello: until it has written more than it takes to wake its threads.
    func waitUntilItSpoke() {
        while let text = try? String(contentsOfFile: "/proc/\(identifier)/io", encoding: .utf8) {
            let line = text.split(separator: "\n").first { $0.hasPrefix("wchar: ") }
            if let bytes = line.flatMap({ Int($0.dropFirst(7)) }), bytes >= 200 { return }
        }
    }

    /// Waits until none of its threads has been busy for a while.
    func waitUntilAsleep() {
        var samples = 0
        let folder = "/proc/\(identifier)/task"
        while samples < 20, let threads = try? FileManager.default.contentsOfDirectory(atPath: folder) {
            let areAsleep = threads.allSatisfy { thread in
                let stat = try? String(contentsOfFile: "\(folder)/\(thread)/stat", encoding: .utf8)
                // The state follows the name, which may contain anything: proc(5).
                return stat?.split(separator: ")").last?.split(separator: " ").first == "S"
            }
            samples = areAsleep ? samples + 1 : 0
            usleep(5_000)
        }
    }
}
