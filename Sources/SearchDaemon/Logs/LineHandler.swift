import Logging

/// Writes each event on one line: the message, then its metadata as `key=value`, sorted by key.
struct LineHandler: LogHandler {
    let sink: LogSink
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    /// This logger's own level, which applies besides the sink's.
    private var ownLevel = Logger.Level.trace

    init(sink: LogSink) { self.sink = sink }

    /// The sink's level, which a reload of the configuration changes, or this logger's own where that one logs less.
    var logLevel: Logger.Level {
        get { max(sink.currentLevel, ownLevel) }
        set { ownLevel = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata.merging(metadataProvider?.get() ?? [:]) { _, new in new }
        all.merge(event.metadata ?? [:]) { _, new in new }
        var text = LineHandler.escaped("\(event.message)")
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            text += " \(key)=\(LineHandler.quoted("\(value)"))"
        }
        if let error = event.error { text += " error=\(LineHandler.quoted("\(error)"))" }
        sink.log(event.level, text)
    }

    /// A value, in quotes where it could not be distinguished from the text around it.
    static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && !value.contains { $0.isWhitespace || $0 == "\"" || $0 == "=" }
        if isPlain { return escaped(value) }
        return "\"" + escaped(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")) + "\""
    }

    /// The text with control characters escaped, so that an event stays on its line.
    private static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            if isControl(scalar) {
                escaped += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
