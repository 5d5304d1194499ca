import Vietnamese

/// How a whole value is spelled in its term, from what somebody typed.
enum ValueSpelling {
    /// The spelling of a value behind a prefix.
    static func spelled(_ value: String, as prefix: TermPrefix) -> String {
        switch prefix {
        case .reference: fold(value)
        case .url: WebAddress(value).query
        case .path: value.count > 1 && value.hasSuffix("/") ? String(value.dropLast()) : value
        default: value
        }
    }
}
