import JSON
import SearchProtocol

/// The JSON Schema of a tool's parameters, generated from their table.
struct ToolSchema: JSONWritable {
    let parameters: [Parameter]

    func write(to writer: inout JSONWriter) {
        let required = parameters.filter { $0.presence == .required }.map(\.name)
        writer.object { writer in
            writer.field("type", "object")
            writer.field("properties", JSONEntries(parameters.map { ($0.name, ParameterSchema(parameter: $0)) }))
            writer.field("required", required.isEmpty ? nil : required)
            writer.field("additionalProperties", false)
        }
    }
}

/// The JSON Schema of one parameter's value.
private struct ParameterSchema: JSONWritable {
    let parameter: Parameter

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            switch parameter.kind {
            case .string: writer.field("type", "string")
            case .integer:
                writer.field("type", "integer")
                writer.field("minimum", 0)
                if parameter.name == "limit" { writer.field("maximum", Tool.mostHits) }
            case .boolean: writer.field("type", "boolean")
            case .token: writer.field("type", ["string", "integer"])
            case .choice(let words):
                writer.field("type", "string")
                writer.field("enum", words)
            case .choices(let words):
                writer.field("type", "array")
                writer.field("items", ParameterSchema(parameter: Parameter("", .choice(words), .optional, "")))
            case .strings:
                writer.field("type", "array")
                writer.field("items", JSONEntries([("type", "string")]))
            case .objects:
                writer.field("type", "array")
                writer.field("items", JSONEntries([("type", "object")]))
            }
            writer.field("description", parameter.summary.isEmpty ? nil : parameter.summary)
        }
    }
}
