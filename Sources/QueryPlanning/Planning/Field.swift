package import IndexStorage
package import QueryLanguage

/// A field of an article as it is named in queries; the parser, the planner, the help and the documentation are all
/// made from the one table of fields.
package struct Field: Hashable, Sendable {
    /// The way in which the planner treats the field.
    package enum Role: Hashable, Sendable {
        /// Words are searched for in the title only.
        case titleText
        /// A run of the value's syllables is one term with this prefix.
        case namedValue(TermPrefix)
        /// The whole value is one term with this prefix.
        case wholeValue(TermPrefix)
        /// The value is a date or a range of dates.
        case dates
    }

    /// The name in queries, errors and help.
    package let name: String
    /// The Vietnamese names, with their marks.
    package let aliases: [String]
    /// The syntax allowed after the colon.
    package let syntax: QueryField.Syntax
    /// The way in which the planner treats it.
    package let role: Role
    /// One line of help.
    package let summary: String
    /// A query that uses the field.
    package let example: String

    /// The field in the parser's form.
    package var queryField: QueryField { QueryField(name: name, aliases: aliases, syntax: syntax) }
}

extension Field {
    /// All fields that a query can name.
    package static let all: [Field] = [
        Field(
            name: "title", aliases: ["tiêuđề"], syntax: .text, role: .titleText,
            summary: "Words or a phrase in the title", example: "title:\"giao ban\""),
        Field(
            name: "source", aliases: ["nguồn"], syntax: .value, role: .namedValue(.source),
            summary: "Newspaper or site", example: "source:hanoimoi"),
        Field(
            name: "author", aliases: ["tácgiả"], syntax: .value, role: .namedValue(.author),
            summary: "Who wrote it", example: "author:\"hồng hạnh\""),
        Field(
            name: "section", aliases: ["mục"], syntax: .value, role: .namedValue(.section),
            summary: "Section of the newspaper", example: "section:\"thời sự\""),
        Field(
            name: "tag", aliases: ["nhãn"], syntax: .value, role: .namedValue(.tag),
            summary: "A keyword given to the article", example: "tag:\"giáo dục\""),
        Field(
            name: "ref", aliases: ["sốhiệu"], syntax: .value, role: .wholeValue(.reference),
            summary: "Number of an official document", example: "ref:35-CT/TW"),
        Field(
            name: "path", aliases: ["tệp"], syntax: .value, role: .wholeValue(.path),
            summary: "File, or a folder above it", example: "path:/archive/2015"),
        Field(
            name: "url", aliases: [], syntax: .value, role: .wholeValue(.url),
            summary: "Address on the web, or its host", example: "url:hanoimoi.example"),
        Field(
            name: "id", aliases: [], syntax: .value, role: .wholeValue(.id),
            summary: "The article's id", example: "id:2541492"),
        Field(
            name: "date", aliases: ["ngày"], syntax: .dates, role: .dates,
            summary: "Day, month, year, range or relative date of publication", example: "date:2014-11..2015-03"),
        Field(
            name: "since", aliases: ["từ"], syntax: .since, role: .dates,
            summary: "Published on or after a date", example: "since:2015-01-01"),
        Field(
            name: "until", aliases: ["đến"], syntax: .until, role: .dates,
            summary: "Published on or before a date", example: "until:2015-06"),
        Field(
            name: "before", aliases: ["trước"], syntax: .before, role: .dates,
            summary: "Published before a date", example: "before:2015-07"),
    ]

    /// Returns the field with this name, or nil.
    package static func named(_ name: String) -> Field? { all.first { $0.name == name } }
}
