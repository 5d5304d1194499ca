/// Finds the name below an article: `Hồng Hạnh`, `H. Hạnh`, `Bài, ảnh: Minh Tâm`, `PV`; and the note `Theo TTXVN`.
struct AuthorFinder {
    /// The content of the last line.
    enum Finding {
        /// The author of the article, and the rule that found it.
        case author(String, rule: String)
        /// The source that it was taken from: "Theo TTXVN" names an agency, not a person.
        case source(String, rule: String)
    }

    private static let bylines: Set<String> = [
        "bài, ảnh", "bài và ảnh", "bài ảnh", "bài", "tác giả", "thực hiện", "tin, ảnh", "tin và ảnh", "tin",
        "phóng viên",
        "người viết",
    ]
    private static let origins: Set<String> = ["nguồn", "theo", "nguồn tin"]
    private static let reporters: Set<String> = ["pv", "p.v", "pv.", "p.v.", "ctv", "btv", "phóng viên", "nhóm pv"]
    /// Short capitalised last lines that are not names.
    private static let others: Set<String> = [
        "tags", "tag", "từ khóa", "từ khoá", "bình luận", "tin liên quan", "xem thêm", "video", "ảnh", "hết",
        "đọc thêm",
        "chia sẻ", "facebook", "zalo", "quảng cáo", "việt nam", "hà nội",
    ]

    /// Reads the author or source from the last line of an article; nil where the line is text.
    func author(lastLine line: Substring) -> Finding? {
        guard line.utf8.count <= 160, line.count <= 60, let last = line.unicodeScalars.last else { return nil }
        if AuthorFinder.reporters.contains(line.lowercased()) {
            return .author(String(line), rule: "author-last-line")
        }
        if let colon = line.firstIndex(of: ":") {
            let label = line[..<colon].trimmed.lowercased()
            let name = line[line.index(after: colon)...].trimmed
            guard !name.isEmpty, name.count <= 40 else { return nil }
            if AuthorFinder.bylines.contains(label), isNames(name) {
                return .author(String(name), rule: "author-after-label")
            }
            return AuthorFinder.origins.contains(label) ? .source(String(name), rule: "source-note") : nil
        }
        if ".?!…;,".unicodeScalars.contains(last) { return nil }
        if let origin = origin(line) { return .source(String(origin), rule: "source-note") }
        let name = withoutNote(line)
        guard isNames(name), !PageFurniture.isSection(name), !AuthorFinder.others.contains(name.lowercased()) else {
            return nil
        }
        return .author(String(name), rule: "author-last-line")
    }

    /// The source in "Theo TTXVN", with or without brackets.
    private func origin(_ line: Substring) -> Substring? {
        let bare = line.first == "(" && line.last == ")" ? line.dropFirst().dropLast().trimmed : line
        let words = bare.split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0].lowercased() == "theo", words[1].first?.isUppercase == true else { return nil }
        return words[1].split(separator: " ").count <= 5 ? words[1].trimmed : nil
    }

    /// A name without the bracket after it, as in "Hồng Hạnh (tổng hợp)".
    private func withoutNote(_ line: Substring) -> Substring {
        guard line.last == ")", let open = line.firstIndex(of: "("), open > line.startIndex else { return line }
        return line[..<open].trimmed
    }

    /// Whether a text is one to three names of one to five capitalised words.
    private func isNames(_ text: Substring) -> Bool {
        let names = text.replacing(" và ", with: ",").split { ",/–&".contains($0) }
            .flatMap { $0.split(separator: " - ") }
        guard (1...3).contains(names.count) else { return false }
        return names.allSatisfy { name in
            let words = name.split(separator: " ")
            return (1...5).contains(words.count) && words.allSatisfy(isCapitalised)
        }
    }

    private func isCapitalised(_ word: Substring) -> Bool {
        guard word.first?.isUppercase == true else { return false }
        return word.dropFirst().allSatisfy { $0.isLetter || $0 == "." || $0 == "-" || $0 == "'" }
    }
}
