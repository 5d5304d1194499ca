import JSON
import SearchClient
import SearchProtocol

/// A hit as LSP's flat `SymbolInformation`, which editors can preview without another request.
struct SymbolInformation: Hashable, JSONWritable {
    /// LSP's `SymbolKind.File`.
    private static let kind = 1

    /// The title.
    let name: String
    /// Source and day.
    let container: String
    /// The location of the article.
    let location: FileLocation

    /// Creates the symbol of a hit.
    init(_ hit: SearchHit, at location: FileLocation) {
        let title = hit.title.singleLine
        // LSP requires a name for every symbol.
        name = title.isEmpty ? hit.id.singleLine : title
        // Lists of symbols are narrow: the time of day would displace the title.
        let day = hit.date.map { String($0.prefix { $0 != "T" }) }
        container = [hit.source, day].compactMap { $0?.singleLine }.filter { !$0.isEmpty }.joined(separator: ", ")
        self.location = location
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("name", name)
            writer.field("kind", SymbolInformation.kind)
            writer.field("containerName", container.isEmpty ? nil : container)
            writer.field("location", location)
        }
    }
}
