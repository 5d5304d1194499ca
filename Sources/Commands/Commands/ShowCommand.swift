import SearchProtocol

/// `tracuu show`.
struct ShowCommand: Command {
    static let name = "show"
    static let abstract = "Print one article with its metadata, and which rule found it."

    static var parameters: [Parameter<Self>] {
        [
            .argument("id", \.id, "The article's id, as tracuu search prints it.")
        ]
    }

    var common = CommonChoices()
    var id = ""

    func validate() throws { try ShowCommand.check(id: id) }

    func run() throws {
        let access = try ArchiveAccess(common, common.settings(), starting: .onDemand)
        let article: ArticleResult
        do {
            article = try access.ask(.article, ArticleParams(id: id))
        } catch let error where ShowCommand.isUnknown(error) {
            Terminal.writeError("tracuu: no article has the id \(id.singleLine); tracuu search prints ids")
            throw ExitStatus.nothingFound
        }
        if common.json { return Terminal.writeJSON(article) }
        let style = Style(usesColor: common.usesColor)
        if !article.title.isEmpty { Terminal.writeLine(style.title(article.title.singleLine)) }
        for (name, value) in facts(article) { Terminal.writeLine(style.faint("\(name): \(value)".singleLine)) }
        Terminal.writeLine("")
        Terminal.writeLine(article.body.withoutControls)
    }

    /// The metadata of an article, by name, with the rules that found it.
    func facts(_ article: ArticleResult) -> [(String, String)] {
        let rules = Dictionary(
            article.provenance.entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        let place = article.path.map { "\($0):\((article.line ?? 0) + 1)" }
        let tags = article.tags.isEmpty ? nil : article.tags.joined(separator: ", ")
        let given: [(String, String?)] = [
            ("id", article.id), ("date", article.date), ("source", article.source), ("author", article.author),
            ("section", article.section), ("tags", tags), ("url", article.url), ("path", place),
        ]
        var facts = given.compactMap { name, value in
            value.map { text in (name, rules[name].map { "\(text) (found by \($0))" } ?? text) }
        }
        for name in ["title", "body"] { if let rule = rules[name] { facts.append((name, "found by \(rule)")) } }
        for (name, value) in article.extra.entries {
            let text = value.string ?? String(decoding: value.bytes, as: UTF8.self)
            // A known field is among the unknown ones if its value makes no sense there.
            facts.append((name, rules[name] == "unreadable" ? "\(text) (could not be read)" : text))
        }
        return facts
    }

    /// Rejects an empty id.
    ///
    /// - Throws: `UsageError`.
    static func check(id: String) throws {
        guard !id.isEmpty else { throw UsageError(description: "the id is empty; tracuu search prints ids") }
    }

    /// Whether an error says that no article has the requested id.
    static func isUnknown(_ error: any Error) -> Bool {
        guard let error = error as? ProtocolError ?? answer(in: error) else { return false }
        return error.known == .invalidParams
    }
}
