import Foundation

/// The built programs, which lie beside the running test program.
enum Programs {
    static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    /// What a program left behind.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String

        /// Standard error as lines.
        var errorLines: [Substring] { errors.split(separator: "\n") }

        /// Standard output as a JSON object.
        func json() throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
        }
    }

    /// A program that is started and not waited for.
    static func start(_ name: String, _ arguments: [String], in home: Home) throws -> Process {
        let process = Process()
        process.executableURL = folder.appendingPathComponent(name)
        process.arguments = arguments
        process.environment = home.environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs the client to its end.
    static func tracuu(_ arguments: [String], in home: Home, input: String? = nil) throws -> Outcome {
        let process = Process()
        process.executableURL = folder.appendingPathComponent("tracuu")
        process.arguments = arguments
        process.environment = home.environment
        // Files, not pipes: nobody has to read while the program runs.
        let (outputFile, errorFile) = (home.file("out-\(UUID().uuidString)"), home.file("err-\(UUID().uuidString)"))
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        if let input {
            let inputFile = home.file("in-\(UUID().uuidString)")
            try Data(input.utf8).write(to: inputFile)
            process.standardInput = try FileHandle(forReadingFrom: inputFile)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationReason == .uncaughtSignal
                ? 128 + process.terminationStatus : process.terminationStatus,
            output: try String(contentsOf: outputFile, encoding: .utf8),
            errors: try String(contentsOf: errorFile, encoding: .utf8))
    }
}
