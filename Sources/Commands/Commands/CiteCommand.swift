import ArgumentParser
import SearchProtocol

extension CitationFormat: Choice {}

/// `tracuu cite`.
struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite", abstract: "Print one article's citation: author, title, source, date and address.")

    @OptionGroup var common: CommonOptions

    @Option(help: "Write it as plain, markdown, org or bibtex.")
    var format = CitationFormat.plain

    @Argument(help: "The article's id, as tracuu search prints it.")
    var id: String

    func run() throws {
        let access = try ArchiveAccess(common.choices, common.settings(), starting: .onDemand)
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
