import Foundation

/// A folder of one test, with an index and a socket in it; its daemon is ended and the folder deleted with it.
final class Home: Sendable {
    let path: String

    /// Short, since the path of a socket has a maximum length.
    init() throws {
        var template = Array("/tmp/tracuu-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        let stop = Process()
        stop.executableURL = Programs.folder.appendingPathComponent("tracuu")
        stop.arguments = ["daemon", "stop", "--quiet"]
        stop.environment = environment
        stop.standardError = FileHandle.nullDevice
        if (try? stop.run()) != nil { stop.waitUntilExit() }
        try? FileManager.default.removeItem(atPath: path)
    }

    var index: String { path + "/index" }
    var socket: String { path + "/s" }

    func file(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }

    /// Writes an input file and returns its path.
    func write(_ text: String, as name: String) throws -> String {
        let file = file(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment.filter {
            !$0.key.hasPrefix("TRACUU_") && $0.key != "NO_COLOR"
        }
        environment["TRACUU_INDEX"] = index
        environment["TRACUU_SOCKET"] = socket
        environment["XDG_CONFIG_HOME"] = path + "/config"
        let configuration = path + "/tracuu.yaml"
        if FileManager.default.fileExists(atPath: configuration) { environment["TRACUU_CONFIG"] = configuration }
        return environment
    }
}

/// The checkout that the tests were built from.
let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

/// The sample archive in that checkout.
let sampleArchive = checkout.appendingPathComponent("Sources/Samples/SampleArchive").path

/// The folder of real articles, if the environment names one.
let corpus = ProcessInfo.processInfo.environment["TRACUU_CORPUS"]
