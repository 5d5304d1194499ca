/// The lines before an article's text, taken one by one.
struct TextHeader {
    private var lines: ArraySlice<Substring>
    private let offset: Int
    /// The date that a line of its own gave, with its rule.
    private(set) var date: DateFinder.Finding?
    /// The section that a line of its own gave, with its rule.
    private(set) var section: (value: String, rule: String)?

    /// The first lines of a text, none of them blank.
    init(lines: [Substring], offset: Int) {
        self.lines = lines[...]
        self.offset = offset
    }

    /// The line to be read next: the title, or the first of the body.
    var next: Substring? { lines.first }

    /// Passes over a line.
    mutating func skip() { lines = lines.dropFirst() }

    /// Reads what stands above the title: section, breadcrumb, date, buttons.
    ///
    /// One line always remains.
    mutating func readAboveTitle() {
        while lines.count > 1, let line = lines.first {
            if PageFurniture.isSection(line) {
                section = section ?? (String(line), "section-line")
            } else if !readFurniture(line) {
                return
            }
            skip()
        }
    }

    /// Reads what stands between the title and the text: date, buttons.
    mutating func readBelowTitle() {
        while let line = lines.first, readFurniture(line) { skip() }
    }

    private mutating func readFurniture(_ line: Substring) -> Bool {
        if let found = DateLine(line, offset: offset) {
            if date == nil, let value = found.date {
                date = DateFinder.Finding(date: value, rule: found.isLabelled ? "labelled-date-line" : "date-line")
            }
            return true
        }
        if let last = PageFurniture.breadcrumb(line) {
            section = section ?? (String(last), "breadcrumb")
            return true
        }
        return PageFurniture.isButtons(line) || PageFurniture.isLoneLetters(line)
    }
}
