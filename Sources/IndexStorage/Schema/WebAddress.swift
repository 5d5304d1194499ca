/// A web address in its searchable forms: whole without its scheme, and its host alone.
package struct WebAddress {
    private let bare: String

    package init(_ text: String) {
        var rest = Substring(text.lowercased())
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
        if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        bare = String(rest)
    }

    /// The values that find the address.
    var searchable: Set<String> {
        bare.isEmpty ? [] : [bare, String(bare.prefix { $0 != "/" })]
    }

    /// The value for which a query for this address searches.
    package var query: String { bare }
}
