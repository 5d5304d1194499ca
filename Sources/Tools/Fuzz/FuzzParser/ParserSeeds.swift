/// Invented queries in every form of the language.
let parserSeeds = [
    "thanh uy ha noi 2015", "Thành ủy: họp – giao ban", "đại hội -covid NOT \"hội nghị\"", "(quận OR huyện) đảng viên",
    "\"đại hội đảng bộ\" “công nghệ” «giáo dục»", "quyết* TP.HCM 35-CT/TW", "NOT (xã OR phường) AND thị trấn",
    "title:\"giao ban\" tiêuđề:(hà nội OR \"đà nẵng\")", "source:(hanoimoi OR \"lao động\") -source:\"hà nội\"*",
    "path:/a(1).txt id:abc sốhiệu:35-CT/TW", "date:2014-11..2015-03 since:19/3/2015 until:7d before:2w",
    "ngày:hômnay từ:tuầntrước đến:2015 trước:30d..7d", "cầu NEAR/5 thép NEAR/5 sông", "title:(cầu NEAR thép)",
    "ĐẠI HỘI OR HỘI NGHỊ", "1945 OR 1954", "date:(2014 OR ..2010 OR 2016..)", "-(a -(b -(c OR NOT NOT d)))",
]

/// Words of the grammar and characters that are significant to the parser.
let parserPieces = [
    "(", ")", "\"", "“", "”", "„", "‟", "″", "＂", "'", "‘", "’", "‹", "›", "«", "»", "-", "*", ":", " ", "\u{A0}",
    "\u{3000}", "\r\n", "\0", "–",
    "\u{200B}",
    " OR ", " AND ", " NOT ", " NEAR ", " NEAR/3 ", "NEAR/", "NEAR/100", "title:", "tiêuđề:", "source:", "author:",
    "ref:", "path:", "id:", "date:", "since:", "until:", "before:", "từ:", "ngay:", "-title:(", " - ", "--", "Su -57",
    "source:\"", "2015",
    "..",
    "7d", "2w", "3m", "9999y", "19/3/2015", "2015-02-30", "0000", "9999", "today", "thisweek", "hômnay", "nămngoái",
    "ủy", "Đ", "u\u{309}", "\u{301}", "\u{338}", "९", "９", "½", "🙂", "a*",
]
