extension Method {
    /// The parameters that a client may send with the method: one table for the documentation and for the schemas of
    /// other protocols.
    package var parameters: [Parameter] {
        switch self {
        case .initialize:
            [
                Parameter("clientName", .string, "The client's name, for the log"),
                Parameter("positionEncoding", .choice(of: PositionEncoding.self), "What positions are counted in"),
                Parameter("keepRunning", .boolean, "Whether a daemon that was started on demand stays when it is idle"),
            ]
        case .search:
            [.query, .limit, .offset, .sort, .since, .until, .match, .facets, .snippets]
                + [
                    Parameter("explain", .boolean, "Whether to say how each score came about"),
                    Parameter("asYouType", .boolean, "Whether the last word may be unfinished"),
                    .deadline,
                    Parameter("revision", .integer, "The revision of the first page, so that this page fits to it"),
                    Parameter("countTo", .integer, "How many articles to count before the total is a lower bound"),
                ]
        case .similar: [.id("The id of the article"), .limit, .offset, .snippets, .deadline]
        case .timeline:
            [.query, .since, .until, .match]
                + [
                    Parameter(
                        "by", .choice(of: TimelineUnit.self),
                        "The length of the buckets; when not given it suits the time from the first to the last article"
                    ),
                    .deadline,
                ]
        case .suggest:
            [
                Parameter(
                    "query", .string, .required, "The text typed so far; a space at its end finishes the last word"),
                Parameter("limit", .integer, "How many suggestions to give; 10 when not given, 50 at most"),
            ]
        case .explain: [.query, .id("The id of an article to explain the place of", .optional), .since, .until, .match]
        case .article:
            [
                .id("The id of the article"),
                Parameter("query", .string, "A query whose words are to be marked in the article"),
            ]
        case .narrow:
            [
                .query,
                Parameter("field", .string, .required, "A field's name, or another name that queries know it by"),
                Parameter("value", .string, "What the field has to be; the filter is taken out when not given"),
            ]
        case .cite:
            [
                .id("The id of the article"),
                Parameter("format", .choice(of: CitationFormat.self), "How to write it; plain when not given"),
            ]
        case .index:
            [
                Parameter("articles", .objects, .oneOf, "The articles, as JSON objects"),
                Parameter("paths", .strings, .oneOf, "Absolute paths of files and folders"),
                .progressToken,
                Parameter("more", .boolean, "Whether more articles of the same run follow in another request"),
            ]
        case .remove:
            [
                Parameter("ids", .strings, "The ids of articles"),
                Parameter("paths", .strings, "Absolute paths of files and folders"),
                .progressToken,
            ]
        case .backup:
            [Parameter("path", .string, .required, "The absolute path of a new or an empty folder"), .progressToken]
        case .restore:
            [Parameter("path", .string, .required, "The absolute path of the folder of a backup"), .progressToken]
        case .check: [Parameter("quick", .boolean, "Whether to leave out what takes long"), .progressToken]
        case .compact, .rebuild, .suspend, .resume: [.progressToken]
        case .cancelRequest: [Parameter("id", .token, .required, "The id of the request to cancel")]
        case .status, .failed, .fields, .subscribe, .progress, .indexChanged: []
        }
    }
}

extension Parameter {
    fileprivate static let query = Parameter(
        "query", .string, .required, "Words with or without marks, phrases in quotation marks, and filters field:value")
    fileprivate static let limit = Parameter("limit", .integer, "How many hits to give; 10 when not given")
    fileprivate static let offset = Parameter("offset", .integer, "How many hits to leave out first; 0 when not given")
    fileprivate static let sort = Parameter(
        "sort", .choice(of: SearchSort.self), "The order of the hits; relevance when not given")
    fileprivate static let since = Parameter("since", .string, "Only articles published on or after this date")
    fileprivate static let until = Parameter("until", .string, "Only articles published on or before this date")
    fileprivate static let match = Parameter(
        "match", .choice(of: SearchMatch.self), "Whether every word must be there; auto when not given")
    fileprivate static let facets = Parameter(
        "facets", .choices(SearchFacet.allCases.map(\.rawValue)), "What to count the articles by")
    fileprivate static let snippets = Parameter(
        "snippets", .boolean, "Whether to give a piece of each text around the match")
    fileprivate static let deadline = Parameter("deadlineMs", .integer, "How long it may take, in milliseconds")
    fileprivate static let progressToken = Parameter(
        "progressToken", .token, "What notifications of progress carry; none are sent without it")

    fileprivate static func id(_ summary: String, _ presence: Presence = .required) -> Parameter {
        Parameter("id", .string, presence, summary)
    }

    fileprivate init(_ name: String, _ kind: Kind, _ summary: String) { self.init(name, kind, .optional, summary) }
}
