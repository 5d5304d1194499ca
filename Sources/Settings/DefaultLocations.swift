/// The default paths of the configuration, the index and the socket.
///
/// A program in a folder whose name begins with `.build`, at any depth, belongs to the checkout around that folder if
/// the checkout contains `Package.swift` and `Index`; then its `Config/tracuu.yaml` and `Index` are the defaults. Any
/// other program is an installed one and follows the XDG Base Directory Specification. The current folder does not
/// matter, so that a program always uses the same index.
struct DefaultLocations {
    /// The names of the variables that it depends on, and of the one that names the configuration file.
    static let environmentVariables = ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "TRACUU_CONFIG"]

    private let environment: [String: String]
    private let surroundings: ProcessEnvironment

    /// The folder of the checkout that the program was built in, or nil if it is an installed one.
    let checkout: String?

    init(environment: [String: String], surroundings: ProcessEnvironment) {
        self.environment = environment
        self.surroundings = surroundings
        checkout = DefaultLocations.checkout(around: surroundings)
    }

    private static func checkout(around surroundings: ProcessEnvironment) -> String? {
        var parts = surroundings.executable.split(separator: "/")[...]
        while let part = parts.popLast() {
            guard part.hasPrefix(".build") else { continue }
            let folder = absolutePath(of: parts)
            if surroundings.exists(folder + "/Package.swift"), surroundings.exists(folder + "/Index") { return folder }
        }
        return nil
    }

    func configuration() throws(SettingsError) -> String {
        if let checkout { return checkout + "/Config/tracuu.yaml" }
        return try base("XDG_CONFIG_HOME", belowHome: ".config") + "/tracuu/tracuu.yaml"
    }

    func index() throws(SettingsError) -> String {
        if let checkout { return checkout + "/Index" }
        return try base("XDG_DATA_HOME", belowHome: ".local/share") + "/tracuu"
    }

    var socket: String {
        if let folder = environment["XDG_RUNTIME_DIR"], folder.hasPrefix("/"), surroundings.isPrivateFolder(folder) {
            return absolute("tracuu.sock", from: folder)
        }
        return "/tmp/tracuu-\(surroundings.userID)/tracuu.sock"
    }

    func home() throws(SettingsError) -> String {
        guard let home = environment["HOME"], home.hasPrefix("/") else {
            throw SettingsError(place: "HOME", reason: "no absolute path of a home folder; set it, or give --index")
        }
        return home
    }

    /// A base folder of the specification, which requires relative paths to be ignored.
    private func base(_ variable: String, belowHome folder: String) throws(SettingsError) -> String {
        if let path = environment[variable], path.hasPrefix("/") { return absolute(path, from: "/") }
        return absolute(folder, from: try home())
    }
}

/// Makes a path in a folder absolute, and removes `.`, `..` and empty parts; symbolic links are not resolved.
func absolute(_ path: String, from folder: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : folder + "/" + path).split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return absolutePath(of: parts[...])
}

/// The absolute path that consists of the given parts.
private func absolutePath(of parts: ArraySlice<Substring>) -> String {
    parts.isEmpty ? "/" : parts.reduce(into: "") { $0 += "/" + $1 }
}
