/// Invented texts with everything that a scan distinguishes.
let tokeniserSeeds = [
    "Thành ủy Hà Nội họp giao ban báo chí, ngày 19/3/2015.",
    "hòa hoà HÒA ho\u{300}a Đường Ðường nghiêng ngả",
    "Ông D'Angelo đến Mi-an-ma; TP.HCM, GD&ĐT, COVID-19 (F0).",
    "Chỉ thị 35-CT/TW, Nghị định 168/2018/NĐ-CP, Luật 15/2013/QH13",
    "8.500.000đ 3,5% 1.500,75 1,500.75 192.168.1.1 1,2,3 0.125 10² m² 5..6",
    "ＡＢＣ１２３ ｡ 30ºC 越南社会 かがキギ 한국 \u{1112}\u{1161}\u{11AB} 😀👨‍👩‍👧 1️⃣",
    "Øresund straße Łódź über ﬁn ǆ İstanbul Ελλάδα ᾅδω Йод",
    "so\u{302}\u{301}t o\u{301}\u{302} u\u{31B}\u{309} a\u{308}\u{301} số\u{AD}hiệu a\u{200B}b \u{FEFF}\u{A0}\u{2003}",
    "nghiêngnghiêngnghiêngnghiêngnghiêngnghiêngnghiêngnghiêngnghiêngđấtnướcđấtnước",
]

/// Letters, marks, separators and pieces of UTF-8 that affect a scan.
let tokeniserPieces = [
    "đ", "Đ", "ð", "Ð", "ư", "ơ", "ă", "â", "ấ", "ệ", "ộ", "ự", "ỹ", "Ạ", "ü", "ǘ", "ß", "œ", "ŉ", "ø", "ǿ", "ĳ", "İ",
    "ſ",
    "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}", "\u{302}", "\u{306}", "\u{31B}", "\u{308}", "\u{327}",
    "\u{328}", "\u{344}", "\u{345}", "\u{20DD}", "\u{200B}", "\u{200D}", "\u{AD}", "\u{FE0F}", "\u{FEFF}", "\u{A0}",
    "\u{2003}", "–", "‑", "“", "…", "²", "³", "ª", "１", "Ａ", "ｱ", "越", "か", "\u{3099}", "한", "ά", "й", "\u{1F600}",
    "\u{1112}\u{1161}", "\u{11AB}", "ᾅ", "\u{313}", "\u{1E9E}", "\u{212A}", "\u{10FFFF}", "35-CT/TW", "/NĐ-CP", "8.500",
    ",75", ".5", "0.", "1.500,75",
]
