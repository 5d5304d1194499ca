import QueryLanguage
import Testing

@Suite("Fields that a blank separates from their values")
struct FieldAttachmentTests {
    @Test(
        "The blanks behind the colon of a field's name are left out, where the result can be parsed",
        arguments: [
            ("date: 2015 a", "date:2015 a"), ("a (Nguồn:  hnm)", "a (Nguồn:hnm)"), ("-title: a b", "-title:a b"),
            ("a date:2015", nil), ("tư: họp", nil), ("trong ngày: họp", nil), ("ngày:", nil), ("title: - a", nil),
            ("", nil),
            (": a", nil),
        ])
    func attach(query: String, attached: String?) {
        #expect(sampleParser.attachingValues(in: query) == attached)
    }
}
