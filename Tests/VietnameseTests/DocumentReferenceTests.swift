import Testing
import Vietnamese

@Suite("Numbers of documents")
struct DocumentReferenceTests {
    private static func references(_ text: String) -> [String] {
        DocumentReference.all(in: text).map { String(decoding: $0.folded, as: UTF8.self) }
    }

    @Test(
        "Numbers are found as authorities write them",
        arguments: [
            ("35-CT/TW", "35-ct/tw"), ("2658-TB/TU", "2658-tb/tu"), ("168/2018/NĐ-CP", "168/2018/nd-cp"),
            ("15/2013/QH13", "15/2013/qh13"), ("01/2017/TT-BTC", "01/2017/tt-btc"), ("1234/QĐ-UBND", "1234/qd-ubnd"),
            ("12/CT-TTg", "12/ct-ttg"), ("35a/NQ-CP", "35a/nq-cp"), ("5/QÐ-BCĐ", "5/qd-bcd"),
            ("7-NQ/T\u{1AF}", "7-nq/tu"),
            ("7-NQ/TU\u{31B}", "7-nq/tu"), ("35–CT/TW", "35-ct/tw"),
        ])
    func found(text: String, folded: String) {
        #expect(Self.references(text) == [folded])
        let sentence = "Chỉ thị số \(text), ngày 3/2."
        let start = "Chỉ thị số ".utf8.count
        #expect(Self.references(sentence) == [folded])
        #expect(DocumentReference.all(in: sentence)[0].range == start..<start + text.utf8.count)
    }

    @Test(
        "Text that is not a document number is not found",
        arguments: [
            "19/3/2015", "14A-130", "COVID-19", "F0/BYT", "35 - CT", "35-", "35/", "1.500/kg", "2015-2020", "12AB/2015",
            "35-c/t",
            "/35-CT", "", "35-\u{301}CT",
        ])
    func notFound(text: String) {
        #expect(Self.references(text) == [])
    }

    @Test("A sentence may have several, without a final dash, and none too long")
    func several() {
        #expect(Self.references("(số 1-CT/TW; 2-KL/TW-) và 3/NĐ/") == ["1-ct/tw", "2-kl/tw", "3/nd"])
        #expect(Self.references("1/" + String(repeating: "AB/", count: 30)) == [])
    }
}
