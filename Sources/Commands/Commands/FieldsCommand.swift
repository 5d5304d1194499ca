import SearchProtocol

/// `tracuu fields`.
struct FieldsCommand: Command {
    static let name = "fields"
    static let abstract = "List the fields that a query can name."

    var common = CommonChoices()

    func run() throws {
        let access = try ArchiveAccess(common, common.settings(), starting: .privately)
        let result: FieldsResult = try access.ask(.fields)
        if common.json { return Terminal.writeJSON(result) }
        for field in result.fields {
            let names = ([field.name] + field.aliases).map { $0 + ":" }.joined(separator: " ")
            let padding = String(repeating: " ", count: max(1, 18 - names.count))
            Terminal.writeLine("\(names)\(padding)\(field.summary), such as \(field.example)")
        }
    }
}
