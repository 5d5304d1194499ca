import SearchProtocol

extension CitationFormat: Choice {}

/// `tracuu cite`.
struct CiteCommand: Command {
    static let name = "cite"
    static let abstract = "Print one article's citation: author, title, source, date and address."

    static var parameters: [Parameter<Self>] {
        [
            .option("format", \.format, "Write it as plain, markdown, org or bibtex."),
            .argument("id", \.id, "The article's id, as tracuu search prints it."),
        ]
    }

    var common = CommonChoices()
    var format = CitationFormat.plain
    var id = ""

    func validate() throws { try ShowCommand.check(id: id) }

    func run() throws {
        let access = try ArchiveAccess(common, common.settings(), starting: .onDemand)
        let citation: CiteResult
        do {
            citation = try access.ask(.cite, CiteParams(id: id, format: format))
        } catch let error where ShowCommand.isUnknown(error) {
            Terminal.writeError("tracuu: no article has the id \(id.singleLine); tracuu search prints ids")
            throw ExitStatus.nothingFound
        }
        if common.json { return Terminal.writeJSON(citation) }
        Terminal.writeLine(citation.text.withoutControls)
    }
}
