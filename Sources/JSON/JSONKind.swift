/// The kind of JSON value that a type is read from, for documentation and schemas.
package indirect enum JSONKind: Hashable, Sendable {
    case string
    /// A whole number.
    case integer
    /// Any number.
    case number
    case boolean
    /// A string or a number, which is returned unchanged.
    case token
    case object
    /// One of a few strings.
    case choice([String])
    case array(JSONKind)
}
