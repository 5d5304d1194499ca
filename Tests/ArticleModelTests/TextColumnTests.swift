import ArticleModel
import Testing

@Suite("The column of a text")
struct TextColumnTests {
    @Test(
        "A column counts the text before it in each unit",
        arguments: ["", "ha noi", "Hà Nội – ", "ho\u{300}a", "𝄞 đàn", "東京", "\u{1F468}\u{200D}\u{1F33E}", "\u{FFFD}x"])
    func units(text: String) {
        var column = TextColumn.start
        column.advance(over: text[...])
        #expect(column.utf8 == text.utf8.count)
        #expect(column.utf16 == text.utf16.count)
        #expect(column.utf32 == text.unicodeScalars.count)
        #expect(column.isUniform == text.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test("Two adjacent texts count as one text")
    func addition() {
        var (inSteps, atOnce) = (TextColumn.start, TextColumn.start)
        for part in ["Chiều ", "14-11 ", "𝄞"] { inSteps.advance(over: part[...]) }
        atOnce.advance(over: "Chiều 14-11 𝄞"[...])
        #expect(inSteps == atOnce)
    }
}
