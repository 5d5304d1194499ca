import JSON
import Measuring
import SearchProtocol
import Seeding
import UnixSockets

/// The misuses of connections in the trial; each method returns how often the daemon reacted wrongly.
final class ConnectionAbuse {
    private let path: SocketPath
    private var numbers: SeededGenerator

    init(path: SocketPath, seed: UInt64) {
        self.path = path
        numbers = SeededGenerator(seed: seed)
    }

    /// Runs each misuse a few times.
    func warmUp() {
        _ = connectAtOnce(1_000)
        _ = connectAndLeave(200)
        _ = announceGigabytes(5)
        _ = sendRandomFrames(2_000)
        _ = sendNestedText(20)
    }

    /// Holds the given number of connections open at once and has a search answered on each.
    func connectAtOnce(_ count: Int) -> Int {
        var failures = 0
        var peers: [RawPeer] = []
        for _ in 0..<count {
            if let peer = RawPeer(path) { peers.append(peer) } else { failures += 1 }
        }
        for (id, peer) in peers.enumerated() where !peer.search("ba", id: id) { failures += 1 }
        for (id, peer) in peers.enumerated() where !peer.readAnswer(id) { failures += 1 }
        return failures
    }

    /// Connects and disconnects: at once, after half a frame, or without reading the answer.
    func connectAndLeave(_ count: Int) -> Int {
        var failures = 0
        for number in 0..<count {
            guard let peer = RawPeer(path) else {
                failures += 1
                continue
            }
            switch number % 4 {
            case 1: peer.send(Array("Content-Length: 100\r\n\r\n{".utf8))
            case 2: peer.search("ba", id: number)
            case 3: if !(peer.search("ba", id: number) && peer.readAnswer(number)) { failures += 1 }
            default: break
            }
        }
        return failures
    }

    /// Announces a gigabyte and sends part of it; the daemon has to reply that this is too large.
    func announceGigabytes(_ count: Int) -> Int {
        (0..<count).count { _ in
            guard let peer = RawPeer(path) else { return true }
            peer.send(Array("Content-Length: 1073741824\r\n\r\n".utf8))
            peer.send([UInt8](repeating: 0x20, count: 1 << 20))
            return code(of: peer.receive()) != ErrorCode.tooLarge.number
        }
    }

    /// Sends frames of random content; a search after each has to be answered, or the connection closed.
    func sendRandomFrames(_ count: Int) -> Int {
        let perConnection = 200
        var (failures, sent) = (0, 0)
        while sent < count {
            guard let peer = RawPeer(path) else {
                failures += 1
                sent += perConnection
                continue
            }
            let framing = sent / perConnection % 2 == 0 ? Framing.lines : .contentLength
            // The beginning of a connection determines its framing.
            var isOpen = peer.send(framing.frame(Array(#"{"jsonrpc":"2.0","method":"x"}"#.utf8)))
            for batch in 0..<(perConnection / 20) where isOpen {
                let frames = (0..<20).flatMap { _ in framing.frame(randomContent(for: framing)) }
                isOpen = peer.send(frames + framing.frame(Array(search(id: batch).utf8))) && peer.readAnswer(batch)
            }
            if !isOpen { failures += 1 }
            sent += perConnection
        }
        return failures
    }

    /// Sends requests whose text ends inside a letter; each has to be answered as invalid JSON.
    func sendTruncatedText(_ count: Int) -> Int {
        guard let peer = RawPeer(path) else { return count }
        let text = Array(#"{"jsonrpc":"2.0","id":1,"method":"search","params":{"query":"thành ủy đảng bộ 𠀋"}}"#.utf8)
        return (0..<count).count { _ in
            var bytes = text
            let letters = bytes.indices.filter { bytes[$0] >= 0x80 }
            bytes.remove(at: letters[Int.random(in: 0..<letters.count, using: &numbers)])
            peer.send(Framing.lines.frame(bytes))
            return code(of: peer.receive()) != ErrorCode.parseError.number
        }
    }

    /// Sends arrays and objects nested up to half a million deep.
    func sendNestedText(_ count: Int) -> Int {
        guard let peer = RawPeer(path) else { return count }
        return (0..<count).count { number in
            let depth = Int.random(in: 129...100_000, using: &numbers)
            let piece = number % 2 == 0 ? "[" : "{\"a\":"
            peer.send(Framing.lines.frame(Array(String(repeating: piece, count: depth).utf8)))
            return code(of: peer.receive()) != ErrorCode.parseError.number
        }
    }

    private func search(id: Int) -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"method":"search","params":{"query":"ba","limit":1}}"#
    }

    private func code(of message: JSONValue?) -> Int? {
        guard let error = message?["error"] else { return nil }
        return try? ProtocolError(json: error).code
    }

    /// Random bytes, or a request in which some bytes are changed; never one that changes the index.
    private func randomContent(for framing: Framing) -> [UInt8] {
        var content: [UInt8]
        if Bool.random(using: &numbers) {
            content = (0..<Int.random(in: 0...120, using: &numbers)).map { _ in
                UInt8.random(in: 0...255, using: &numbers)
            }
        } else {
            let method = ["search", "suggest", "article", "fields", "initialize", "$/cancelRequest"].randomElement(
                using: &numbers)
            content = Array(
                #"{"jsonrpc":"2.0","id":"r","method":"\#(method ?? "")","params":{"query":"ba","id":"n1","limit":2}}"#
                    .utf8)
            for _ in 0..<Int.random(in: 0...3, using: &numbers) {
                content[Int.random(in: 0..<content.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
            }
        }
        // A line feed would split it into two lines.
        return framing == .lines ? content.filter { $0 != 0x0A } : content
    }
}
