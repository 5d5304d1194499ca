internal import Glibc
internal import YAML

/// The settings in a configuration file, with each value checked.
struct ConfigurationFile {
    /// The text of each setting that the file names.
    private(set) var texts: [SettingKey: String] = [:]
    private let path: String

    /// The maximum size of a configuration file in bytes.
    private static let maximumBytes = 1 << 20

    /// Reads the file at an absolute path.
    ///
    /// - Throws: `SettingsError` if the file cannot be read, is not YAML, or has an unknown key or an invalid value.
    init(path: String) throws(SettingsError) {
        guard let bytes = ConfigurationFile.contents(of: path) else {
            throw SettingsError(place: path, reason: "the configuration cannot be read; check its path and permissions")
        }
        try self.init(path: path, bytes: bytes)
    }

    init(path: String, bytes: [UInt8]) throws(SettingsError) {
        self.path = path
        guard bytes.count <= ConfigurationFile.maximumBytes, let yaml = String(validating: bytes, as: UTF8.self) else {
            throw SettingsError(place: path, reason: "not a UTF-8 text of at most 1 MiB; is it a configuration file?")
        }
        let root: YAMLNode?
        do throws(YAMLError) { root = try YAMLReader.read(yaml) } catch {
            switch error.problem {
            case .malformed(let problem): throw self.error(line: error.line, "no YAML: \(oneLine(problem))")
            case .duplicateKey(let name):
                throw self.error(line: error.line, "\(oneLine(name)) is set twice; delete one")
            }
        }
        if let root { try read(root, path: "") }
    }

    /// The bytes of a file, cut off after the maximum size plus one byte or slightly more; nil if it cannot be read.
    private static func contents(of path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 16_384))
        while bytes.count <= maximumBytes {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return bytes
    }

    private func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private mutating func read(_ node: YAMLNode, path section: String) throws(SettingsError) {
        guard case .mapping(let pairs) = node.content else {
            // A section whose keys are all commented out has no value.
            if node.isNull { return }
            throw error(
                line: node.line, "\(section.isEmpty ? "the file" : section) has to hold keys, each with its value")
        }
        for pair in pairs {
            let line = pair.key.line
            guard let word = pair.key.text else { throw error(line: line, "a key has to be a word") }
            let name = section.isEmpty ? word : section + "." + word
            if let setting = SettingKey.allCases.first(where: { $0.name == name }) {
                try set(setting, to: pair.value, line: line)
            } else if SettingKey.sections.contains(name) {
                try read(pair.value, path: name)
            } else {
                throw unknown(name, line: line)
            }
        }
    }

    private mutating func set(_ key: SettingKey, to node: YAMLNode, line: Int) throws(SettingsError) {
        guard let text = text(of: node, for: key) else {
            let what = key.kind == .folders ? "has neither one value nor a list of them" : "has no single value"
            throw error(line: line, "\(key.name) \(what); expected \(key.kind.expectation)")
        }
        guard key.kind.accepts(text) else {
            throw error(line: line, "\(key.name) cannot be \(oneLine(text)); expected \(key.kind.expectation)")
        }
        guard texts.updateValue(text, forKey: key) == nil else {
            throw error(line: line, "\(key.name) is set twice; delete one")
        }
    }

    /// The value of a key as text, or nil if it has no value or too many.
    private func text(of node: YAMLNode, for key: SettingKey) -> String? {
        switch node.content {
        case .scalar(let text, _): return node.isNull ? nil : text
        case .sequence(let list) where key.kind == .folders:
            let values = list.compactMap { $0.isNull ? nil : $0.text }
            return values.count == list.count ? values.joined(separator: "\0") : nil
        default: return nil
        }
    }

    private func unknown(_ name: String, line: Int) -> SettingsError {
        let known = SettingKey.allCases.map(\.name)
        if let near = nearestName(to: name, among: known + SettingKey.sections) {
            return error(line: line, "unknown key \(oneLine(name)); did you mean \(near)?")
        }
        let choices = (SettingKey.sections + known.filter { !$0.contains(".") }).sorted().joined(separator: ", ")
        return error(line: line, "unknown key \(oneLine(name)); known at the top are \(choices)")
    }

    private func error(line: Int, _ reason: String) -> SettingsError {
        SettingsError(place: "\(path):\(line)", reason: reason)
    }
}

extension SettingKey {
    /// The section of the configuration file that contains the key, if there is one.
    var section: String? {
        name.firstIndex(of: ".").map { String(name[..<$0]) }
    }

    /// The sections of the configuration file, in order.
    static let sections: [String] = allCases.reduce(into: []) { sections, key in
        if let section = key.section, !sections.contains(section) { sections.append(section) }
    }
}
