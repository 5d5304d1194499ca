/// A text in lower case without the marks of Vietnamese letters, in any Unicode normal form.
func withoutMarks(_ text: String) -> String {
    var bare = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
        bare.append(bareLetters[scalar] ?? scalar)
    }
    return String(bare)
}

/// The base letter of every precomposed Vietnamese letter, and of Eth, which stands for đ in old texts.
private let bareLetters: [Unicode.Scalar: Unicode.Scalar] = {
    let families: [(Unicode.Scalar, String)] = [
        ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"),
        ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đð"),
    ]
    var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, family) in families {
        for letter in family.unicodeScalars { letters[letter] = base }
    }
    return letters
}()
