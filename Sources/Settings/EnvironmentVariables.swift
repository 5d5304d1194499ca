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
}
