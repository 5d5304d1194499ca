/// The two input methods for Vietnamese on a plain keyboard, decoded where no input method was switched on.
package enum InputMethod: String, CaseIterable, Sendable {
    /// Letters stand for marks: `thanhf uyr`, `ddieenj`, `nuwowcs`.
    case telex
    /// Digits stand for marks: `tha2nh u3y`, `d9ie65n`.
    case vni

    /// The name as people write it.
    package var name: String { self == .telex ? "Telex" : "VNI" }

    /// A text with each syllable decoded, or nil where none was typed in this way.
    ///
    /// Syllables without any sign of the input method stay unchanged. The result is nil where decoding does not yield a
    /// syllable.
    package func decode(_ text: String) -> String? {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var isDecoded = false
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            guard let syllable = decode(syllable: String(word)) else { return String(word) }
            isDecoded = true
            return syllable
        }
        return isDecoded ? words.joined(separator: " ") : nil
    }

    /// The decoded syllable, in lower case and composed; nil where it holds no sign of the input method or is not a
    /// syllable.
    package func decode(syllable: String) -> String? {
        let typed = syllable.lowercased()
        guard !typed.isEmpty, typed.count <= 12, typed.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var reading = KeyedSyllable()
        for key in typed {
            let isRead = self == .telex ? reading.readTelex(key) : reading.readVNI(key)
            guard isRead else { return nil }
        }
        guard reading.isChanged else { return nil }
        return SyllableStructure(letters: reading.letters, tone: reading.tone)?.spelling
    }
}
