import Measuring
import Testing

@Suite("A table for the terminal")
struct TextTableTests {
    @Test("The first column stands to the left, the others to the right, under their heads")
    func aligned() {
        var table = TextTable(["query", "ms"])
        table.add(["đường", "1.25"])
        table.add(["a", "10.5"])
        #expect(table.text == "query    ms\nđường  1.25\na      10.5")
    }

    @Test("A row may have fewer cells than the head")
    func short() {
        var table = TextTable(["a", "b"])
        table.add(["only"])
        #expect(table.text == "a     b\nonly")
    }

    @Test("As Markdown the head is told from the rows")
    func markdown() {
        let table = TextTable(rows: [["query", "ms"], ["đường", "1.25"]])
        #expect(table.markdown == "| query | ms |\n|---|---|\n| đường | 1.25 |")
    }
}
