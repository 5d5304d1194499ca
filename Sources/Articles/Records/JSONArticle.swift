package import ArticleModel
import JSON

/// Reads JSON objects as articles, from lines of a file or any other source.
///
/// The JSON is that of RFC 8259: UTF-8, at most 512 levels deep. Of a key given twice the first value counts; a lone
/// surrogate is an error.
package struct JSONArticle: Sendable {
    /// The limits, whose time zone dates are converted to.
    package let limits: ReadingLimits

    /// Creates a reader of JSON objects.
    package init(limits: ReadingLimits = ReadingLimits()) {
        self.limits = limits
    }

    /// Reads one object that is not from a file.
    ///
    /// An article with neither `id` nor `url` gets an id derived from its content.
    ///
    /// - Parameter json: The bytes of one JSON object.
    /// - Returns: The article, or the failure with the path `-` and no line.
    package func read(_ json: UnsafeRawBufferPointer) -> Result<Article, ReadFailure> {
        let result = Result<Article, Unreadable>.catchingUnreadable { try article(json, number: 0, path: nil) }
        return result.mapError { ReadFailure(path: "-", reason: $0.reason) }
    }

    /// Reads a line of a file; nil for a blank one.
    ///
    /// - Parameters:
    ///   - line: The bytes of the line.
    ///   - number: The line's number, counted from 0.
    ///   - path: The file's absolute path, or nil for standard input.
    /// - Returns: The article, nil for a blank line, or why there is none.
    func read(line: UnsafeRawBufferPointer, number: Int, path: String?) -> Result<Article?, Unreadable> {
        var line = line
        if number == 0, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = UnsafeRawBufferPointer(rebasing: line[3...]) }
        if line.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { return .success(nil) }
        return .catchingUnreadable { try article(line, number: number, path: path) }
    }

    private func article(_ json: UnsafeRawBufferPointer, number: Int, path: String?) throws -> Article {
        var article = try ArticleRecord(fields(json), limits: limits).article
        if article.title.isBlank, article.body.isBlank {
            throw Unreadable("has neither a title nor a body: give it one")
        }
        if let path { article.location = ArticleLocation(path: path, line: number, column: .start, layout: .record) }
        if article.id.isEmpty {
            let rule: String
            if let url = article.url {
                (article.id, rule) = (ArticleID.hashed(url), "from-url")
            } else if let path {
                (article.id, rule) = (ArticleID.hashed("\(path)\n\(number)"), "from-path-and-line")
            } else {
                // White space around the object is not part of its content: the same article may come without it.
                (article.id, rule) = (ArticleID.hashed(json.withoutOuterBlanks), "from-content")
            }
            article.provenance.append(Provenance(field: "id", rule: rule))
        }
        return article
    }

    private func fields(_ json: UnsafeRawBufferPointer) throws -> [RecordField] {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: Array(json))
        } catch {
            throw Unreadable(
                "is not valid JSON: expected \(error.expected) at byte \(error.offset + 1); correct it or leave it out")
        }
        guard value.kind == .object else {
            throw Unreadable("is not a JSON object: write one article as {\"title\": ..., \"body\": ...}")
        }
        switch RecordField.fields(of: value) {
        case .success(let fields): return fields
        case .failure(let failure):
            let place = failure.name.map { "under \"\($0)\"" } ?? "in a key"
            throw Unreadable(
                "has half of a surrogate pair \(place), which stands for no character: correct it or leave it out")
        }
    }
}

extension UnsafeRawBufferPointer {
    /// The bytes without JSON white space at either end.
    fileprivate var withoutOuterBlanks: UnsafeRawBufferPointer {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) })
        else { return self }
        return UnsafeRawBufferPointer(rebasing: self[first...last])
    }
}
