/// The lines before an article's text, consumed one by one.
struct TextHeader {
    private var lines: ArraySlice<Substring>
    private let offset: Int
    /// The date from a separate line, with its rule.
    private(set) var date: DateFinder.Finding?
    /// The section from a separate line, with its rule.
    private(set) var section: (value: String, rule: String)?

    /// Creates a header from the first lines of a text, none of them blank.
    init(lines: [Substring], offset: Int) {
        self.lines = lines[...]
        self.offset = offset
    }

    /// The line to be read next: the title, or the first of the body.
    var next: Substring? { lines.first }

    /// Skips a line.
    mutating func skip() { lines = lines.dropFirst() }

    /// Reads the lines above the title: section, breadcrumb, date, buttons.
    ///
    /// One line always remains.
    mutating func readAboveTitle() {
        while lines.count > 1, let line = lines.first {
            if PageFurniture.isSection(line) || isAboveDatedTitle(line) {
                section = section ?? (String(line), "section-line")
            } else if !readFurniture(line) {
                return
            }
            skip()
        }
    }

    /// Whether a line has a few words and is above a title followed by a date line: a section whose name is not in the
    /// table.
    private func isAboveDatedTitle(_ line: Substring) -> Bool {
        guard lines.count > 2, line.split(separator: " ").count <= 3, DateLine(line, offset: offset) == nil else {
            return false
        }
        let (title, below) = (lines[lines.startIndex + 1], lines[lines.startIndex + 2])
        return DateLine(below, offset: offset) != nil && DateLine(title, offset: offset) == nil
            && !PageFurniture.isButtons(title) && TitleFinder(offset: offset).title(line: title)?.date == nil
            && TitleFinder(offset: offset).title(line: title) != nil
    }

    /// Reads the lines between the title and the text: date, buttons.
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
