#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The environment that this process was started with.
package enum EnvironmentVariables {
    /// All variables; if two have the same name, the first counts, as with `getenv`.
    ///
    /// Foundation's equivalent takes a noticeable part of the client's total run time.
    package static func all() -> [String: String] {
        var variables = [String: String](minimumCapacity: 64)
        var entry = environ
        while let text = entry.pointee {
            if let sign = strchr(text, Int32(UInt8(ascii: "="))) {
                let nameBytes = UnsafeBufferPointer(start: text, count: sign - text)
                let name = nameBytes.withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) }
                if variables[name] == nil { variables[name] = String(cString: sign + 1) }
            }
            entry += 1
        }
        return variables
    }

    /// All variables, where every one that the settings may depend on is UTF-8.
    ///
    /// - Returns: the variables; bytes of others that are not UTF-8 are replaced.
    /// - Throws: `SettingsError` for one that is not UTF-8, which would name another file.
    package static func ofSettings() throws(SettingsError) -> [String: String] {
        for name in SettingKey.allCases.compactMap(\.environmentVariable) + DefaultLocations.environmentVariables {
            guard let text = getenv(name), String(validatingCString: text) == nil else { continue }
            throw SettingsError(
                place: name, reason: "is not UTF-8; set it again, and rename what has a name in another encoding")
        }
        return all()
    }
}
