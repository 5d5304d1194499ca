import Foundation
import SearchProtocol

/// Standard output and standard error.
enum Terminal {
    /// Whether standard output is a terminal.
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    /// Whether standard error is a terminal.
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Columns of the terminal that standard output is; 80 where it cannot tell.
    static var width: Int {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    /// Opens `/dev/null` in the place of each standard descriptor that is closed.
    ///
    /// Otherwise a table of the index would get its number, and what is printed would be written into it.
    static func holdDescriptorsOpen() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            _ = open("/dev/null", O_RDWR)
        }
    }

    /// Writes data to standard output.
    static func write(_ bytes: some Collection<UInt8>) { write(Array(bytes), to: STDOUT_FILENO) }

    /// Writes one JSON text to standard output, on a line of its own.
    static func writeJSON(_ value: some JSONWritable) {
        write((outputIsTerminal ? escapingControls(value.json) : value.json) + [0x0A])
    }

    /// JSON with everything escaped that steers a terminal; where JSON allows that, it stands in a string.
    static func escapingControls(_ json: [UInt8]) -> [UInt8] {
        String(decoding: json, as: UTF8.self).unicodeScalars.flatMap { scalar in
            scalar.steersTerminal && scalar != "\n"
                ? Array(String(format: "\\u%04x", scalar.value).utf8) : Array(UTF8.encode(scalar) ?? .init())
        }
    }

    /// Writes a line to standard output.
    static func writeLine(_ text: String) { write(Array((text + "\n").utf8), to: STDOUT_FILENO) }

    /// Writes a line to standard error.
    static func writeError(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

    /// Writes to standard error as it is.
    static func writeErrorVerbatim(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                if descriptor == STDOUT_FILENO {
                    // Whoever closed the other end of a pipe does not want to be told.
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

extension String {
    /// The text on one line, with runs of white space as one space and nothing in it that steers a terminal.
    var singleLine: String {
        if let line = singleLineOfLetters { return line }
        return split { $0.isWhitespace || $0.isNewline }.map { String($0).withoutControls }.filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// The same, where there are only Latin letters, common signs, spaces and ends of lines: nearly always, and found much sooner.
    private var singleLineOfLetters: String? {
        var line: [UInt8] = []
        line.reserveCapacity(utf8.count)
        var isAfterSpace = false
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x20, 0x0A:
                isAfterSpace = true
                continue
            // A mark behind a space would make one character with it.
            case 0x300...0x36F where !isAfterSpace && !line.isEmpty: break
            case 0x21...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x1E00...0x1EFF, 0x2010...0x2027: break
            default: return nil
            }
            if isAfterSpace, !line.isEmpty { line.append(0x20) }
            isAfterSpace = false
            line.append(contentsOf: UTF8.encode(scalar) ?? .init())
        }
        return String(decoding: line, as: UTF8.self)
    }

    /// The text with its lines, and nothing else in it that steers a terminal.
    var withoutControls: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { !$0.steersTerminal || $0 == "\n" || $0 == "\t" }))
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character, or one that turns the direction of what comes after it.
    fileprivate var steersTerminal: Bool {
        if isASCII { return value < 0x20 || value == 0x7F }
        return properties.generalCategory == .control || (0x202A...0x202E).contains(value)
            || (0x2066...0x2069).contains(value)
    }
}
