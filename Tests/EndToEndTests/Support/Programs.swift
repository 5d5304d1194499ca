import Foundation

/// The built programs, which are beside the running test program.
enum Programs {
    static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    /// The outcome of a program.
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

    /// Starts a program without waiting for it.
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
    static func tracuu(
        _ arguments: [String], in home: Home, input: String? = nil, folder: String? = nil
    ) throws -> Outcome {
        try Client(arguments, in: home, input: input, folder: folder).finish()
    }

    /// Runs a line of shell, in which `$tracuu` is the client.
    static func shell(_ line: String, in home: Home) throws -> Outcome {
        var environment = home.environment
        environment["tracuu"] = folder.appendingPathComponent("tracuu").path
        return try Client(["-c", line], in: home, program: "/bin/bash", environment: environment).finish()
    }
}
