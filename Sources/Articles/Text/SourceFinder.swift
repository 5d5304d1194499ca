/// Finds the newspaper's name in front of the first paragraph: `(HNMO) - `, `Kinhtedothi - `, `TTO - `.
struct SourceFinder {
    /// A name, the rule that found it and the position where the text continues.
    struct Finding {
        var source: String
        var rule: String
        var end: Substring.Index
    }

    /// Names of several words or of one plain word, whose shape does not distinguish them from places and people.
    private static let names: Set<String> = [
        "dân trí", "thanh niên", "tuổi trẻ", "lao động", "tiền phong", "nhân dân", "hà nội mới", "hànộimới",
        "kinh tế đô thị", "kinhtedothi", "kinh tế và đô thị", "người lao động", "người đưa tin", "hanoimoi",
        "baotintuc", "baochinhphu", "vietnamnet", "vietnamplus", "vnexpress", "nguoiduatin", "congthuong",
        "báo tin tức", "chinhphu.vn", "sài gòn giải phóng", "quân đội nhân dân", "pháp luật việt nam", "an ninh thủ đô",
        "tin tức", "xây dựng", "công thương", "công lý", "giáo dục và thời đại", "đại đoàn kết", "gia đình việt nam",
        "tổ quốc", "baoquocte", "baodautu", "giadinhnet", "ictnews", "infonet", "dantri", "thethao247", "soha",
    ]
    /// Places, and other words in capitals, that occur in front of a text without being its source.
    private static let places: Set<String> = [
        "hà nội", "hn", "hcm", "hcmc", "tphcm", "tp.hcm", "tp hcm", "đn", "vn", "singapore", "washington", "bangkok",
        "bắc kinh", "moscow", "covid", "covid-19", "video", "clip", "ảnh", "photo", "infographic", "infographics",
        "audio", "pv", "who", "eu", "usd", "xã hội", "thời sự", "kinh tế",
    ]

    /// The source that a paragraph begins with, or nil.
    func source(atStartOf paragraph: Substring) -> Finding? {
        if paragraph.utf8.first == UInt8(ascii: "(") { return inBrackets(paragraph) }
        // Only the start is searched for the hyphen: no name is longer.
        let start = paragraph.prefix(32)
        guard let dash = start.firstIndex(where: SourceFinder.isDash) else { return nil }
        let after = paragraph[paragraph.index(after: dash)...]
        guard after.first?.isWhitespace == true else { return nil }
        let name = paragraph[..<dash].trimmed
        let isSetOff = name.endIndex < dash
        guard isBeginning(after.trimmed), isName(name), isSetOff || name.allSatisfy({ !$0.isLowercase }) else {
            return nil
        }
        return Finding(source: String(name), rule: "source-before-dash", end: after.trimmed.startIndex)
    }

    private func inBrackets(_ paragraph: Substring) -> Finding? {
        guard let close = paragraph.prefix(40).firstIndex(of: ")") else { return nil }
        let name = paragraph[paragraph.index(after: paragraph.startIndex)..<close].trimmed
        var after = paragraph[paragraph.index(after: close)...].trimmed
        guard isName(name) else { return nil }
        if let first = after.first, SourceFinder.isDash(first) || first == ":" { after = after.dropFirst().trimmed }
        guard isBeginning(after) else { return nil }
        return Finding(source: String(name), rule: "source-in-brackets", end: after.startIndex)
    }

    /// Whether a text has the shape of a newspaper's name: short capitals, one word with a capital or a full stop
    /// inside, one long unaccented word, or a name in the table.
    private func isName(_ text: Substring) -> Bool {
        let lowercased = text.lowercased()
        if SourceFinder.places.contains(lowercased) { return false }
        if SourceFinder.names.contains(lowercased) { return true }
        let words = text.split(separator: " ")
        let letters = text.filter(\.isLetter)
        guard letters.count >= 2, text.count <= 24 else { return false }
        guard text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == " " || $0 == "." || $0 == "&" }) else {
            return false
        }
        if letters.allSatisfy(\.isUppercase) { return words.count <= 3 && letters.count <= 12 }
        guard words.count == 1, text.first?.isUppercase == true else { return false }
        if letters.dropFirst().contains(where: \.isUppercase) { return true }
        let ending = lowercased.split(separator: ".").last.map(String.init)
        if text.contains("."), ending == "vn" || ending == "com" || ending == "net" { return true }
        return letters.count >= 8 && letters.allSatisfy(\.isASCII) && !text.contains(".")
    }

    /// Whether a text begins as a sentence does: in "SACE - giấy thông hành" the first word is not a newspaper.
    private func isBeginning(_ text: Substring) -> Bool {
        text.first.map { !$0.isLowercase } ?? false
    }

    private static func isDash(_ character: Character) -> Bool {
        character == "-" || character == "–" || character == "—"
    }
}
