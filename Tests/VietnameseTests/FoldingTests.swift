import Testing
import Vietnamese

@Suite("Folding")
struct FoldingTests {
    @Test(
        "Folding removes marks, lowers case, and keeps spacing and punctuation",
        arguments: [
            ("Đồng  bằng, SÔNG\tCửu-Long!", "dong  bang, song\tcuu-long!"), ("Ðà Nẵng", "da nang"),
            ("số\u{AD}hiệu", "sohieu"),
            ("nga\u{300}y", "ngay"), ("ＡＢ：１～", "ab:1~"), ("Øresund straße", "oresund strasse"), ("越南😀", "越南😀"),
            ("", ""),
        ])
    func folding(text: String, folded: String) {
        #expect(Array(fold(text).utf8) == Array(folded.utf8))
    }

    @Test("Folding a folded scalar changes nothing, over the whole of Unicode")
    func idempotence() {
        for value in UInt32(0)...0x1_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let folded = fold(String(scalar))
            #expect(Array(fold(folded).utf8) == Array(folded.utf8), "U+\(String(value, radix: 16))")
        }
    }
}
