import ArgumentParser
import Foundation

/// A running peers.py with one engine; both sides exchange one JSON object per line.
final class PeerProcess {
    private let process = Process()
    private let requests = Pipe()
    private let replies = Pipe()
    /// The engine that it drives.
    let engine: EngineName
    private var read: [UInt8] = []

    /// Starts peers.py for an engine's index in a folder, which need not exist yet.
    init(_ engine: EngineName, _ driver: PeerEngine.Driver, folder: String) throws {
        self.engine = engine
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        process.executableURL = URL(fileURLWithPath: driver.python)
        process.arguments = [driver.program, engine.rawValue, folder]
        process.standardInput = requests
        process.standardOutput = replies
        do {
            try process.run()
        } catch {
            throw ValidationError(
                "cannot start \(driver.python): \(error.localizedDescription); see Config/run-benchmark")
        }
    }

    /// Sends a request, and waits for the answer.
    func ask<Reply: Decodable>(_ request: PeerRequest, returning type: Reply.Type) throws -> Reply {
        var line = try JSONEncoder().encode(request)
        line.append(UInt8(ascii: "\n"))
        try requests.fileHandleForWriting.write(contentsOf: line)
        let reply = try nextLine()
        if let failure = try? JSONDecoder().decode(Failure.self, from: reply) {
            throw ValidationError("\(engine.title) cannot do what it was asked: \(failure.error)")
        }
        return try JSONDecoder().decode(type, from: reply)
    }

    /// The process id.
    var number: pid_t { process.processIdentifier }

    /// Lets the process end.
    func end() {
        try? requests.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private func nextLine() throws -> Data {
        while true {
            if let end = read.firstIndex(of: UInt8(ascii: "\n")) {
                defer { read.removeFirst(end + 1) }
                return Data(read[..<end])
            }
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = Glibc.read(replies.fileHandleForReading.fileDescriptor, &bytes, bytes.count)
            guard count > 0 else {
                throw ValidationError("the process of \(engine.title) ended; what it wrote last says why")
            }
            read += bytes[..<count]
        }
    }

    private struct Failure: Decodable {
        let error: String
    }
}
