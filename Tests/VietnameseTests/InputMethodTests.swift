import Testing

@testable import Vietnamese

@Suite("Telex and VNI typed without an input method")
struct InputMethodTests {
    @Test(
        "Telex is decoded, wherever the tone key is after the vowel",
        arguments: [
            ("thanhf", "thành"), ("thafnh", "thành"), ("uyr", "ủy"), ("ddieenj", "điện"), ("dieendj", "điện"),
            ("thoaij", "thoại"), ("dduwowcj", "được"), ("dduowcj", "được"), ("duwocdj", "được"), ("nuwowcs", "nước"),
            ("tieengs", "tiếng"), ("vieetj", "việt"), ("Haf", "hà"), ("nooij", "nội"), ("quaanj", "quận"),
            ("quyeets", "quyết"), ("quoocs", "quốc"), ("quys", "quý"), ("gif", "gì"), ("giaf", "già"),
            ("gieengs", "giếng"), ("nghieeng", "nghiêng"), ("thuowr", "thuở"), ("chuwa", "chưa"), ("chuaw", "chưa"),
            ("awn", "ăn"), ("tw", "tư"), ("hoaf", "hòa"), ("hoanf", "hoàn"), ("khuyur", "khuỷu"), ("nguwowif", "người"),
            ("twf", "từ"), ("huwowngs", "hướng"), ("muwa", "mưa"), ("oois", "ối"), ("yeeu", "yêu"), ("tuaanf", "tuần"),
        ])
    func telex(_ typed: String, _ decoded: String) {
        #expect(InputMethod.telex.decode(syllable: typed) == decoded)
    }

    @Test(
        "VNI is decoded",
        arguments: [
            ("tha2nh", "thành"), ("thanh2", "thành"), ("u3y", "ủy"), ("uy3", "ủy"), ("d9ie65n", "điện"),
            ("d9ie6n5", "điện"), ("nuo71c", "nước"), ("nu7o71c", "nước"), ("a8n", "ăn"), ("vie65t", "việt"),
            ("to6i", "tôi"), ("d9a3ng", "đảng"), ("qua6n5", "quận"), ("ngu7o7i2", "người"),
        ])
    func vni(_ typed: String, _ decoded: String) {
        #expect(InputMethod.vni.decode(syllable: typed) == decoded)
    }

    @Test(
        "Text that gives no syllable is not decoded",
        arguments: [
            "", "search", "files", "windows", "thanh", "viet", "catf", "bw2", "covid19", "a1b2", "news", "wifi",
            "facebook", "x", "2015", "thành", "banana", "kaf", "ngif", "ceef", "boof2",
        ])
    func refusal(_ typed: String) {
        #expect(InputMethod.telex.decode(syllable: typed) == nil)
        #expect(InputMethod.vni.decode(syllable: typed) == nil)
    }

    @Test("A text is decoded by syllables, and syllables without input-method keys are kept")
    func texts() {
        #expect(InputMethod.telex.decode("thanhf uyr haf nooij") == "thành ủy hà nội")
        #expect(InputMethod.telex.decode("hoa hocj") == "hoa học")
        #expect(InputMethod.vni.decode("hoa ho5c 2015") == "hoa học 2015")
        #expect(InputMethod.telex.decode("thanh uy") == nil)
        #expect(InputMethod.vni.decode("thành pho1") == nil)
    }

    @Test("Every syllable of a table survives being converted to keys and back")
    func everyRime() throws {
        let tones: [(Tone, String)] = [(.huyen, "f"), (.sac, "s"), (.nga, "x"), (.hoi, "r"), (.nang, "j")]
        let keys: [Character: String] = ["ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"]
        for letters in ["đường", "tuyên", "hoang", "thuê", "qua", "giư", "nghi", "khoai", "mua", "chiêu", "bươu"] {
            let plain = letters.map { $0 == "ờ" ? "ơ" : $0 }
            for (tone, key) in tones {
                let typed = plain.map { keys[$0] ?? String($0) }.joined() + key
                let expected = try #require(SyllableStructure(letters: String(plain), tone: tone)).spelling
                #expect(InputMethod.telex.decode(syllable: typed) == expected)
            }
        }
    }

    @Test(
        "A key is written with its tone on the right vowel",
        arguments: [
            "hòa", "hoàn", "thủy", "quý", "quà", "già", "gì", "giếng", "của", "mía", "người", "khuỷu", "ngoài",
            "thuở", "tiến", "được", "ủy", "yếu", "uống", "thành", "nội", "đảng",
        ])
    func spelling(_ word: String) {
        #expect(TonePlacement.spelling(ofKey: Syllables(word).exact(at: 0)) == word)
    }

    @Test("Stops need a rising or a heavy tone, and onsets follow the vowel")
    func structure() {
        #expect(SyllableStructure(letters: "cat", tone: nil) == nil)
        #expect(SyllableStructure(letters: "cat", tone: .huyen) == nil)
        #expect(SyllableStructure(letters: "cat", tone: .sac)?.spelling == "cát")
        #expect(SyllableStructure(letters: "sach", tone: .hoi) == nil)
        #expect(SyllableStructure(letters: "ke", tone: nil)?.onset == "k")
        #expect(SyllableStructure(letters: "ka", tone: nil) == nil)
        #expect(SyllableStructure(letters: "ce", tone: nil) == nil)
        #expect(SyllableStructure(letters: "nghe", tone: nil)?.onset == "ngh")
        #expect(SyllableStructure(letters: "tieng", tone: .sac) == nil)
    }
}
