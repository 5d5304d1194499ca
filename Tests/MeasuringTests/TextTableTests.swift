import Measuring
import Testing

@Suite("Tables for the terminal")
struct TextTableTests {
    @Test("The first column is aligned left, the others right, under their headers")
    func aligned() {
        var table = TextTable(["query", "ms"])
        table.add(["đường", "1.25"])
        table.add(["a", "10.5"])
        #expect(table.text == "query    ms\nđường  1.25\na      10.5")
    }

    @Test("A row may have fewer cells than the header")
    func short() {
        var table = TextTable(["a", "b"])
        table.add(["only"])
        #expect(table.text == "a     b\nonly")
    }

    @Test("In Markdown the header is separated from the rows")
    func markdown() {
        let table = TextTable(rows: [["query", "ms"], ["đường", "1.25"]])
        #expect(table.markdown == "| query | ms |\n|---|---|\n| đường | 1.25 |")
    }
}
