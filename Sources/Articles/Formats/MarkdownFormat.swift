/// Markdown, one article per file.
struct MarkdownFormat: ArticleFormat {
    let suffixes: Set<String> = ["md", "markdown"]

    /// Nothing but the name tells Markdown from plain text.
    func matches(_ head: UnsafeRawBufferPointer) -> Bool { false }

    func read(_ input: FormatInput, deliver: (FormatEvent) throws -> Void) rethrows {
        try deliver(input.oneArticle(MarkdownArticle(limits: input.limits).read))
    }
}
