import JSON

extension Method {
    /// The parameters that a client may send with the method, for the documentation and for the schemas of other
    /// protocols: the fields of the record that they are read as.
    package var parameters: [Parameter] {
        switch self {
        case .initialize: Parameter.all(of: InitializeParams.self)
        case .search: Parameter.all(of: SearchParams.self)
        case .similar: Parameter.all(of: SimilarParams.self)
        case .timeline: Parameter.all(of: TimelineParams.self)
        case .suggest: Parameter.all(of: SuggestParams.self)
        case .explain: Parameter.all(of: ExplainParams.self)
        case .article: Parameter.all(of: ArticleParams.self)
        case .narrow: Parameter.all(of: NarrowParams.self)
        case .cite: Parameter.all(of: CiteParams.self)
        case .index: Parameter.all(of: IndexParams.self)
        case .input: Parameter.all(of: InputParams.self)
        case .remove: Parameter.all(of: RemoveParams.self)
        case .backup, .restore: Parameter.all(of: BackupParams.self)
        case .check: Parameter.all(of: CheckParams.self)
        case .compact, .rebuild, .suspend, .resume: Parameter.all(of: ProgressTokenParams.self)
        case .cancelRequest: Parameter.all(of: CancelParams.self)
        case .status, .failed, .fields, .subscribe, .progress, .indexChanged: []
        }
    }
}

/// The summaries of parameters that several methods have.
enum ParameterSummary {
    static let query: StaticString =
        "Words with or without marks, phrases in quotation marks, and filters field:value"
    static let limit: StaticString = "How many hits to give; 10 when not given"
    static let offset: StaticString = "How many hits to leave out first; 0 when not given"
    static let since: StaticString = "Only articles published on or after this date"
    static let until: StaticString = "Only articles published on or before this date"
    static let match: StaticString = "Whether every word must be there; auto when not given"
    static let snippets: StaticString = "Whether to give a piece of each text around the match"
    static let deadlineMs: StaticString = "How long it may take, in milliseconds"
    static let progressToken: StaticString = "What notifications of progress carry; none are sent without it"
}

/// Collects the fields of a record as parameters.
private struct ParameterCollector: JSONFieldVisitor {
    var parameters: [Parameter] = []

    private mutating func add<Value: JSONReadable>(
        _ name: String, _ type: Value.Type, _ presence: Parameter.Presence, _ summary: StaticString
    ) {
        parameters.append(Parameter(name, Parameter.Kind(type.jsonKind), presence, "\(summary)"))
    }

    mutating func required<Value: JSONReadable & JSONWritable>(
        _ name: String, _ value: inout Value, _ summary: StaticString
    ) { add(name, Value.self, .required, summary) }

    mutating func optional<Value: JSONReadable & JSONWritable>(
        _ name: String, _ value: inout Value?, _ summary: StaticString
    ) { add(name, Value.self, .optional, summary) }

    mutating func oneOf<Value: JSONReadable & JSONWritable>(
        _ name: String, _ value: inout Value?, _ summary: StaticString
    ) { add(name, Value.self, .oneOf, summary) }
}

extension Parameter {
    fileprivate static func all(of type: (some JSONRecord).Type) -> [Parameter] {
        var (record, collector) = (type.blank, ParameterCollector())
        // Only reading throws.
        do throws(JSONMismatch) { try record.visitFields(&collector) } catch {}
        return collector.parameters
    }
}
