#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The environment that this process was started with.
package enum EnvironmentVariables {
    /// All variables; of two with one name the first, as `getenv` has it.
    ///
    /// Foundation's way to the same takes a noticeable part of the time in which the client starts, asks and ends.
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
