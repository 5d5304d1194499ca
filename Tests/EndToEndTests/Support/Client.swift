import Foundation

/// A running client, and its output.
final class Client {
    let process = Process()
    private let outputFile: URL
    private let errorFile: URL

    /// Starts the client, or another program in its place.
    ///
    /// It writes into files, not pipes: nothing has to read them while it runs.
    init(
        _ arguments: [String], in home: Home, input: String? = nil, source: FileHandle? = nil, folder: String? = nil,
        program: String? = nil,
        environment: [String: String]? = nil
    ) throws {
        (outputFile, errorFile) = (home.file("out-\(UUID().uuidString)"), home.file("err-\(UUID().uuidString)"))
        process.executableURL =
            program.map { URL(fileURLWithPath: $0) } ?? Programs.folder.appendingPathComponent("tracuu")
        process.arguments = arguments
        process.environment = environment ?? home.environment
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        if let input {
            let inputFile = home.file("in-\(UUID().uuidString)")
            try Data(input.utf8).write(to: inputFile)
            process.standardInput = try FileHandle(forReadingFrom: inputFile)
        } else {
            process.standardInput = source ?? FileHandle.nullDevice
        }
        try process.run()
    }

    /// What it has written to standard error so far.
    var errors: String { (try? String(contentsOf: errorFile, encoding: .utf8)) ?? "" }

    /// Waits for its end.
    func finish() throws -> Programs.Outcome {
        process.waitUntilExit()
        return Programs.Outcome(
            status: process.terminationReason == .uncaughtSignal
                ? 128 + process.terminationStatus : process.terminationStatus,
            output: try String(contentsOf: outputFile, encoding: .utf8), errors: errors)
    }
}
