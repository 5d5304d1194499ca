/// Something that a command takes: an option, a flag or an argument, with the place where its value goes.
struct Parameter<Subject> {
    /// How it is written.
    enum Form: Equatable {
        /// `--name`.
        case flag
        /// `--name VALUE` or `--name=VALUE`; in help the value is called as given.
        case option(value: String)
        /// One word that has to be there.
        case argument
        /// All words that are left.
        case arguments(isRequired: Bool, takesHyphens: Bool)
    }

    /// Its name, without hyphens.
    let name: String
    /// How it is written.
    let form: Form
    /// What it does, in one sentence.
    let help: String
    /// What a value has to be.
    let expectation: String
    /// Puts a value into its place; false where the word is no such value.
    let take: (inout Subject, String) -> Bool
}

extension Parameter {
    /// A flag, which is off where it is not given.
    static func flag(_ name: String, _ place: WritableKeyPath<Subject, Bool>, _ help: String) -> Parameter {
        Parameter(name: name, form: .flag, help: help, expectation: "") { subject, _ in
            subject[keyPath: place] = true
            return true
        }
    }

    /// An option whose place holds what counts where it is not given.
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

    /// One word that has to be there.
    static func argument<Value: ArgumentValue>(
        _ name: String, _ place: WritableKeyPath<Subject, Value>, _ help: String
    ) -> Parameter {
        one(name, .argument, help) { $0[keyPath: place] = $1 as Value }
    }

    /// All words that are left.
    ///
    /// - Parameters:
    ///   - name: what they are called in help.
    ///   - place: where they go.
    ///   - isRequired: whether there has to be one.
    ///   - takesHyphens: whether a word that begins with one hyphen is one of them and no option.
    ///   - help: what they are.
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

    /// Whether it stands by its place among the words, not by its name.
    var isArgument: Bool {
        switch form {
        case .flag, .option: false
        case .argument, .arguments: true
        }
    }
}
