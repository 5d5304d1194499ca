import SearchProtocol

/// A tool that assistants can call: one method of the daemon, without the parameters that are of no use to them.
struct Tool {
    /// The maximum `limit`, so that a result stays readable.
    static let mostHits = 50

    /// The method.
    let method: Method
    /// The title shown to people.
    let title: String
    /// The purpose of the tool, in a few sentences.
    let description: String
    /// The parameters: some of the method's, and the tool's own.
    let parameters: [Parameter]

    /// Its name.
    var name: String { method.name }

    private init(
        _ method: Method, _ title: String, _ description: String, without hidden: Set<String> = [],
        own: [Parameter] = []
    ) {
        (self.method, self.title, self.description) = (method, title, description)
        parameters = method.parameters.filter { !hidden.contains($0.name) } + own
    }

    /// Every tool.
    static let all = [
        Tool(
            .search, "Search articles",
            """
            Ranked full-text search in an archive of Vietnamese articles. Words with marks mean themselves, words without \
            marks every reading: "thanh uy ha noi" finds "thành ủy hà nội". A query can have "phrases", -excluded words, OR, \
            brackets, and filters such as source:"hà nội mới", author:, title:, date:2015, date:2014-11..2015-03. Each hit has \
            title, source, date and path, to cite it by, and an id for the other tools.
            """, without: ["snippets", "explain", "asYouType", "deadlineMs", "countTo"]),
        Tool(
            .article, "Read an article",
            "One whole article by its id, with its title, source, date, author and path. A long body comes in parts.",
            without: ["query"], own: [ArticlePart.offset]),
        Tool(
            .timeline, "Count articles over time",
            "How many articles a query finds in each year, month or day, from the first to the last.",
            without: ["deadlineMs"]),
        Tool(
            .similar, "Find similar articles", "Articles like one article, near-duplicates first.",
            without: ["snippets", "deadlineMs"]),
        Tool(
            .suggest, "Complete or correct a query",
            "Queries that may be meant by what was typed: marks restored, typing errors corrected, the last word finished."
        ),
    ]
}
