/// Plain text, one article per file; any text may be that.
struct TextFormat: ArticleFormat {
    let suffixes: Set<String> = ["txt"]

    func matches(_ head: UnsafeRawBufferPointer) -> Bool { true }

    func read(_ input: FormatInput, deliver: (FormatEvent) throws -> Void) rethrows {
        try deliver(input.oneArticle(TextArticle(limits: input.limits).read))
    }
}
