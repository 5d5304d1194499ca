/// A parameter of a command: an option, a flag or an argument, with the key path that stores its value.
struct Parameter<Subject> {
    /// The form in which it is written.
    enum Form: Equatable {
        /// `--name`.
        case flag
        /// `--name VALUE` or `--name=VALUE`; in help the value has the given name.
        case option(value: String)
        /// One required word.
        case argument
        /// All remaining words.
        case arguments(isRequired: Bool, takesHyphens: Bool)
    }

    /// Its name, without hyphens.
    let name: String
    /// The character of its short form, as `0` for `-0`; nil where it has none.
    var short: Character?
    /// The form in which it is written.
    let form: Form
    /// Its purpose, in one sentence.
    let help: String
    /// A description of a valid value.
    let expectation: String
    /// Stores a value; false where the word is not a valid value.
    let take: (inout Subject, String) -> Bool
}

extension Parameter {
    /// A flag, which is off by default.
    static func flag(
        _ name: String, short: Character? = nil, _ place: WritableKeyPath<Subject, Bool>, _ help: String
    ) -> Parameter {
        Parameter(name: name, short: short, form: .flag, help: help, expectation: "") { subject, _ in
            subject[keyPath: place] = true
            return true
        }
    }

    /// An option whose key path contains its default value.
    static func option<Value: ArgumentValue>(
        _ name: String, _ place: WritableKeyPath<Subject, Value>, value: String? = nil, _ help: String
    ) -> Parameter {
        one(name, .option(value: value ?? name), help) { $0[keyPath: place] = $1 as Value }
    }

    /// An option that may be left out.
    static func option<Value: ArgumentValue>(
        _ name: String, _ place: WritableKeyPath<Subject, Value?>, value: String? = nil, _ help: String
    ) -> Parameter {
        one(name, .option(value: value ?? name), help) { $0[keyPath: place] = $1 as Value }
    }

    /// An option that may be given several times.
    static func option<Value: ArgumentValue>(
        _ name: String, appendingTo place: WritableKeyPath<Subject, [Value]>, value: String? = nil, _ help: String
    ) -> Parameter {
        one(name, .option(value: value ?? name), help) { $0[keyPath: place].append($1 as Value) }
    }

    /// One required word.
    static func argument<Value: ArgumentValue>(
        _ name: String, _ place: WritableKeyPath<Subject, Value>, _ help: String
    ) -> Parameter {
        one(name, .argument, help) { $0[keyPath: place] = $1 as Value }
    }

    /// All remaining words.
    ///
    /// - Parameters:
    ///   - name: their name in help.
    ///   - place: the key path that stores them.
    ///   - isRequired: whether at least one is required.
    ///   - takesHyphens: whether a word that begins with one hyphen is an argument and not an option.
    ///   - help: their purpose.
    /// - Returns: the parameter.
    static func arguments(
        _ name: String, _ place: WritableKeyPath<Subject, [String]>, isRequired: Bool = false,
        takesHyphens: Bool = false, _ help: String
    ) -> Parameter {
        one(name, .arguments(isRequired: isRequired, takesHyphens: takesHyphens), help) {
            $0[keyPath: place].append($1 as String)
        }
    }

    private static func one<Value: ArgumentValue>(
        _ name: String, _ form: Form, _ help: String, _ put: @escaping (inout Subject, Value) -> Void
    ) -> Parameter {
        Parameter(name: name, form: form, help: help, expectation: Value.expectation) { subject, word in
            guard let value = Value(argument: word) else { return false }
            put(&subject, value)
            return true
        }
    }

    /// The words that name it on a command line, the short one first.
    var words: [String] { (short.map { ["-\($0)"] } ?? []) + ["--\(name)"] }

    /// Whether it is identified by its position among the words, not by its name.
    var isArgument: Bool {
        switch form {
        case .flag, .option: false
        case .argument, .arguments: true
        }
    }
}
