/// Lines that a web page puts around an article: they are neither title nor text.
enum PageFurniture {
    /// The newspaper sections that appear alone above a title, in lower case.
    static let sections: Set<String> = [
        "thời sự", "chính trị", "chính trị - xã hội", "xã hội", "kinh tế", "kinh doanh", "thế giới", "quốc tế",
        "pháp luật", "giáo dục", "y tế", "sức khỏe", "đời sống", "văn hóa", "văn hóa - xã hội", "giải trí", "thể thao",
        "công nghệ", "khoa học", "khoa học - công nghệ", "du lịch", "bất động sản", "đô thị", "giao thông",
        "môi trường", "quân sự", "quốc phòng", "quốc phòng - an ninh", "an ninh", "an ninh trật tự", "xây dựng đảng",
        "đảng bộ", "nhà đất", "bạn đọc", "tin tức", "tin mới", "tin nổi bật", "trong nước", "hà nội", "thủ đô",
        "nông nghiệp", "nông thôn mới", "tài chính", "chứng khoán", "doanh nghiệp", "lao động", "việc làm",
        "công đoàn", "thanh niên", "phụ nữ", "gia đình", "ý kiến", "góc nhìn", "tiêu điểm", "phóng sự", "điều tra",
        "hồ sơ", "xe", "ô tô - xe máy", "nhịp sống", "dân sinh", "tuyên giáo", "lịch sử", "biển đảo",
    ]

    /// The labels of the buttons around an article, in lower case, longest first where one begins with another.
    private static let buttons = [
        "chia sẻ", "facebook", "zalo", "twitter", "messenger", "telegram", "linkedin", "pinterest", "youtube",
        "in bài viết", "in bài", "in trang", "bản in", "xem bản in", "email", "gửi email", "gửi mail", "lưu bài viết",
        "lưu bài", "lưu tin", "sao chép liên kết", "copy link", "chép liên kết", "bình luận", "google news",
        "theo dõi", "cỡ chữ", "nghe đọc bài", "nghe bài viết", "báo lỗi", "thích", "like", "share", "tweet", "print",
        "quan tâm", "a+", "a-", "aa", "a", "+", "-", "|",
    ].map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }

    /// Whether a line names a section and nothing else.
    static func isSection(_ line: Substring) -> Bool {
        line.utf8.count <= 80 && sections.contains(line.lowercased())
    }

    /// Whether a line contains only button labels and the counts beside them.
    static func isButtons(_ line: Substring) -> Bool {
        guard line.utf8.count <= 120 else { return false }
        var words = line.lowercased().split { $0.isWhitespace || $0 == "," || $0 == ":" || $0 == "|" }.map(String.init)
            .reversed().map { $0 }
        var found = false
        while !words.isEmpty {
            if let button = buttons.first(where: {
                $0.count <= words.count && words.suffix($0.count).elementsEqual($0.reversed())
            }) {
                words.removeLast(button.count)
                found = true
            } else if words.last.map(isCount) == true {
                words.removeLast()
            } else {
                return false
            }
        }
        return found
    }

    /// Whether a line has no word of two letters: a lone letter, a counter, a line of dashes.
    static func isLoneLetters(_ line: Substring) -> Bool {
        guard line.utf8.count <= 40 else { return false }
        return TextToken.tokens(of: line).allSatisfy { $0.kind != .word || $0.text.count == 1 }
    }

    /// The section that a breadcrumb line such as "Trang chủ > Thời sự" ends with; nil for any other line.
    static func breadcrumb(_ line: Substring) -> Substring? {
        guard line.utf8.count <= 200 else { return nil }
        let parts = line.split { $0 == ">" || $0 == "»" || $0 == "›" || $0 == "/" || $0 == "→" }.map(\.trimmed)
        guard parts.count > 1, let first = parts.first, let last = parts.last, parts.allSatisfy({ $0.count <= 40 })
        else { return nil }
        let home: Set<String> = ["trang chủ", "trang nhất", "home"]
        let isBreadcrumb =
            home.contains(first.lowercased()) || (!line.contains("/") && parts.allSatisfy(isSection))
        return isBreadcrumb ? last : nil
    }

    private static func isCount(_ word: String) -> Bool {
        word.utf8.count <= 7 && word.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x6B }
    }
}
