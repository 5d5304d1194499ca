import Glibc
import JSON
import SearchClient

/// Standard output and standard error.
enum Terminal {
    /// Whether standard output is a terminal.
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    /// Whether standard error is a terminal.
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// The width in columns of the terminal on standard output; 80 where it is unknown.
    static var width: Int { width(of: STDOUT_FILENO) }

    /// The width in columns of the terminal at a descriptor, which `COLUMNS` overrides.
    static func width(of descriptor: Int32) -> Int {
        if let text = getenv("COLUMNS"), let columns = Int(String(cString: text)), columns > 0 { return columns }
        var size = winsize()
        return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    /// Opens `/dev/null` in place of each standard descriptor that is closed.
    ///
    /// Otherwise a table of the index would get its number, and output would be written into it.
    static func holdDescriptorsOpen() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            _ = open("/dev/null", O_RDWR)
        }
    }

    /// Writes data to standard output.
    static func write(_ bytes: some Collection<UInt8>) { write(Array(bytes), to: STDOUT_FILENO) }

    /// Writes one JSON text to standard output, on its own line.
    static func writeJSON(_ value: some JSONWritable) {
        write((outputIsTerminal ? escapingControls(value.json) : value.json) + [0x0A])
    }

    /// JSON with every character escaped that controls a terminal; JSON allows such a character only inside a string.
    static func escapingControls(_ json: [UInt8]) -> [UInt8] {
        String(decoding: json, as: UTF8.self).unicodeScalars.flatMap { scalar in
            scalar.steersTerminal && scalar != "\n"
                ? escape(scalar) : Array(UTF8.encode(scalar) ?? .init())
        }
    }

    /// The JSON escape of a character of the basic plane, which all characters that control a terminal are.
    private static func escape(_ scalar: Unicode.Scalar) -> [UInt8] {
        let digits = String(scalar.value, radix: 16)
        return Array(("\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits).utf8)
    }

    /// Writes a line to standard output.
    static func writeLine(_ text: String) { write(Array((text + "\n").utf8), to: STDOUT_FILENO) }

    /// Writes a line to standard error.
    static func writeError(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

    /// Writes text to standard error unchanged.
    static func writeErrorVerbatim(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                if descriptor == STDOUT_FILENO {
                    // A process that closed the other end of a pipe does not want an error message.
                    if errno != EPIPE {
                        writeError("tracuu: cannot write the output: \(String(cString: strerror(errno)))")
                    }
                    exit(ExitStatus.unusable.rawValue)
                }
                return
            }
            rest = rest.dropFirst(count)
        }
    }
}
