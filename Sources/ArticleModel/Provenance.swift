/// Which rule found a field of an article: a guess is kept with its reason, so that it can be shown and mended.
package struct Provenance: Hashable, Sendable {
    /// The field's name: `title`, `date`, `source`, `author`, `section`, `id` or `body`, and for a value that was given
    /// but could not be read (rule `unreadable`) any known key.
    package var field: String
    /// The rule's name in words joined by hyphens, such as `date-after-title`.
    package var rule: String

    /// A field and the rule that found it.
    package init(field: String, rule: String) {
        self.field = field
        self.rule = rule
    }
}
