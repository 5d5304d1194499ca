import Foundation
import UnixSockets

/// Plays systemd's part: binds, listens, starts the daemon with what a service manager passes, and reads its notices.
final class PlayedSupervisor {
    /// The address that the notices go to.
    enum NoticeAddress {
        /// A socket in the file system.
        case path
        /// A name in Linux's abstract namespace.
        case abstract
    }

    let home: Home
    private let notices: Int32
    private let noticeName: String
    private let log: URL

    /// Opens the socket for notices.
    init(_ home: Home, notices address: NoticeAddress = .path) throws {
        self.home = home
        log = home.file("log-\(UUID().uuidString)")
        try Data().write(to: log)
        notices = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        let path = home.path + "/n"
        noticeName = address == .path ? path : "@" + path
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        let bytes = (address == .path ? [] : [0]) + Array(path.utf8)
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: bytes) }
        let length = MemoryLayout<sa_family_t>.size + bytes.count + (address == .path ? 1 : 0)
        let bound = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(notices, $0, socklen_t(length)) }
        }
        guard bound == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    deinit { close(notices) }

    /// A socket at the home's path that listens, as a socket unit has it.
    func listen() throws -> FileHandle {
        guard let descriptor = UnixSocket.open() else { throw CocoaError(.fileWriteUnknown) }
        guard UnixSocket.bind(descriptor, to: try SocketPath(home.socket)) == 0, chmod(home.socket, 0o600) == 0,
            Glibc.listen(descriptor, 16) == 0
        else { throw CocoaError(.fileWriteUnknown) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Starts the daemon.
    ///
    /// - Parameters:
    ///   - handed: the file that becomes its descriptor 3.
    ///   - count: the number of descriptors that it is told.
    ///   - assignments: further variables, as a shell writes them.
    ///   - isJournal: whether it is told that its standard error is the journal's.
    /// - Returns: the process.
    /// - Throws: the system's error.
    func start(
        handing handed: FileHandle? = nil, count: Int = 1, _ assignments: String = "", isJournal: Bool = false
    ) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        var environment = home.environment
        environment["NOTIFY_SOCKET"] = noticeName
        if isJournal {
            var status = stat()
            guard stat(log.path, &status) == 0 else { throw CocoaError(.fileReadUnknown) }
            environment["JOURNAL_STREAM"] = "\(status.st_dev):\(status.st_ino)"
        }
        process.environment = environment
        // A process of Foundation's inherits three descriptors; the shell makes the first of them the fourth.
        let activation = "LISTEN_PID=$$ LISTEN_FDS=\(count) LISTEN_FDNAMES=tracuud.socket"
        let prefix = handed == nil ? "" : "exec 3<&0 </dev/null; "
        let program = Programs.folder.appendingPathComponent("tracuud").path
        process.arguments = [
            "-c", "\(prefix)\(handed == nil ? "" : activation) \(assignments) exec '\(program)'",
        ]
        process.standardInput = handed ?? FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let output = open(log.path, O_WRONLY | O_APPEND | O_CLOEXEC)
        process.standardError = FileHandle(fileDescriptor: output, closeOnDealloc: true)
        try process.run()
        return process
    }

    /// The lines that the daemon has logged.
    var logged: [String] {
        ((try? String(contentsOf: log, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
    }

    /// The assignments of the next notice, or nil where none comes within a minute.
    func nextNotice() -> [String]? {
        var request = pollfd(fd: notices, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, 60_000) == 1 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = recv(notices, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Reads notices up to the first with an assignment; whether there was one.
    func hears(_ assignment: String) -> Bool {
        while let notice = nextNotice() { if notice.contains(assignment) { return true } }
        return false
    }
}
