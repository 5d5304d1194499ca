import Vietnamese

/// How a whole value is spelled in its term, from what somebody typed.
enum ValueSpelling {
    /// The spelling of a value behind a prefix, or of the beginning of one.
    static func spelled(_ value: String, as prefix: TermPrefix, isPrefix: Bool) -> String {
        switch prefix {
        case .reference: fold(value)
        case .url: WebAddress(value).query
        // The beginning `/archive/2015/` is not that of `/archive/2015b`.
        case .path where isPrefix: value
        case .path: value.count > 1 && value.hasSuffix("/") ? String(value.dropLast()) : value
        default: value
        }
    }
}
