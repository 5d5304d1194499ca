internal import FoundationEssentials
internal import Yams

/// What a configuration file sets, each value checked.
struct ConfigurationFile {
    /// The text of each setting that the file names.
    private(set) var texts: [SettingKey: String] = [:]
    private let path: String

    /// The largest file that is read.
    private static let maximumBytes = 1 << 20

    /// Reads the file at an absolute path.
    ///
    /// - Throws: `SettingsError` where the file cannot be read, is no YAML, or holds an unknown key or an unfit value.
    init(path: String) throws(SettingsError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SettingsError(place: path, reason: "the configuration cannot be read; check its path and permissions")
        }
        try self.init(path: path, data: data)
    }

    init(path: String, data: Data) throws(SettingsError) {
        self.path = path
        guard data.count <= ConfigurationFile.maximumBytes, let yaml = String(data: data, encoding: .utf8) else {
            throw SettingsError(place: path, reason: "not a UTF-8 text of at most 1 MiB; is it a configuration file?")
        }
        if ConfigurationFile.saysNothing(yaml) { return }
        if let root = try compose(yaml) { try read(root, path: "", line: 1) }
    }

    /// Whether a text has nothing but comments and, once each, sections without a key, as the default configuration does.
    ///
    /// To set up the parser takes a noticeable part of the time in which the client starts, asks and ends.
    private static func saysNothing(_ yaml: String) -> Bool {
        // YAML knows further ends of lines, and characters that it refuses.
        guard yaml.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == UInt8(ascii: "\n") }) else { return false }
        var sections: [Substring] = []
        for line in yaml.utf8.split(separator: UInt8(ascii: "\n")) {
            guard let first = line.first(where: { $0 != UInt8(ascii: " ") }), first != UInt8(ascii: "#") else {
                continue
            }
            let name = Substring(line.dropLast())
            guard line.last == UInt8(ascii: ":"), SettingKey.sections.contains(String(name)), !sections.contains(name)
            else { return false }
            sections.append(name)
        }
        return true
    }

    private func compose(_ yaml: String) throws(SettingsError) -> Node? {
        do {
            // Every value is read from its text, so the regular expressions that find types stay unbuilt.
            return try Yams.compose(yaml: yaml, .basic)
        } catch let error as YamlError {
            switch error {
            case .parser(_, let problem, let mark, _), .scanner(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw SettingsError(place: "\(path):\(mark.line)", reason: "no YAML: \(oneLine(problem))")
            case .duplicatedKeysInMapping(let duplicates, _):
                let names = duplicates.map(oneLine).joined(separator: ", ")
                // Yams says where the mapping begins; the last line that sets the key is the one to look at.
                let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
                let line = lines.lastIndex { line in
                    duplicates.contains { line.drop { $0 == " " }.hasPrefix($0 + ":") }
                }
                throw SettingsError(
                    place: line.map { "\(path):\($0 + 1)" } ?? path, reason: "\(names) is set twice; delete one")
            default:
                throw SettingsError(place: path, reason: "no YAML: \(oneLine("\(error)"))")
            }
        } catch {
            throw SettingsError(place: path, reason: "no YAML: \(oneLine("\(error)"))")
        }
    }

    private func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private mutating func read(_ node: Node, path section: String, line: Int) throws(SettingsError) {
        guard case .mapping(let mapping) = node else {
            // A section whose keys are all commented out has no value.
            if node.scalar.map(isNull) ?? false { return }
            throw error(line: line, "\(section.isEmpty ? "the file" : section) has to hold keys, each with its value")
        }
        for (key, value) in mapping {
            let line = key.mark?.line ?? line
            guard let word = key.string else { throw error(line: line, "a key has to be a word") }
            let name = section.isEmpty ? word : section + "." + word
            if let setting = SettingKey(rawValue: name) {
                try set(setting, to: value, line: line)
            } else if SettingKey.sections.contains(name) {
                try read(value, path: name, line: line)
            } else {
                throw unknown(name, line: line)
            }
        }
    }

    private mutating func set(_ key: SettingKey, to node: Node, line: Int) throws(SettingsError) {
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

    /// The value of a key as text, or nil where it has none or too many.
    private func text(of node: Node, for key: SettingKey) -> String? {
        switch node {
        case .scalar(let scalar) where !isNull(scalar): return scalar.string
        case .sequence(let list) where key.kind == .folders:
            let values = list.compactMap { element in element.scalar.flatMap { isNull($0) ? nil : $0.string } }
            return values.count == list.count ? values.joined(separator: "\0") : nil
        default: return nil
        }
    }

    private func isNull(_ scalar: Node.Scalar) -> Bool {
        scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
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
    /// The section of the configuration file that the key stands in, if it stands in one.
    var section: String? {
        name.firstIndex(of: ".").map { String(name[..<$0]) }
    }

    /// The sections of the configuration file, in order.
    static let sections: [String] = allCases.reduce(into: []) { sections, key in
        if let section = key.section, !sections.contains(section) { sections.append(section) }
    }
}
