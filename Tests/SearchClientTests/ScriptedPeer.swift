import Foundation
import SearchProtocol
import TemporaryFolders
import Testing
import UnixSockets

/// A daemon for one caller: it reads one request, sends the given answer, and closes; with nil it sends nothing.
final class ScriptedPeer {
    let path: SocketPath
    private let folder: TemporaryFolder
    private let listener: Int32

    init(replies: [String]?, framing: Framing) throws {
        folder = try TemporaryFolder()
        path = try SocketPath(folder.path + "/s")
        listener = try #require(UnixSocket.open())
        try #require(UnixSocket.bind(listener, to: path) == 0)
        try #require(listen(listener, 4) == 0)
        guard let replies else { return }
        let bytes = replies.flatMap { framing.frame(Array($0.utf8)) }
        Thread.detachNewThread { [listener] in
            let caller = accept(listener, nil, nil)
            var decoder = FrameDecoder(sizeLimit: 1 << 20)
            var buffer = [UInt8](repeating: 0, count: 4096)
            while (try? decoder.next()) == .some(nil) {
                let count = read(caller, &buffer, buffer.count)
                guard count > 0 else { break }
                decoder.append(buffer[..<count])
            }
            _ = bytes.withUnsafeBytes { write(caller, $0.baseAddress, $0.count) }
            close(caller)
        }
    }

    deinit { close(listener) }
}
