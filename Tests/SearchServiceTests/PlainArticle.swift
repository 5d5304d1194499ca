import ArticleModel
import Foundation

/// An article read by plain string operations, without the index: the reference that searches are compared with.
struct PlainArticle {
    /// A word in lower case: `marked` with its tone marks at its end, so that their place does not matter.
    struct Word: Hashable {
        let marked: String
        let bare: String
        /// In lower case as it is written, so that placements of tone marks are distinguished.
        let written: String

        init(_ text: some StringProtocol) {
            // Only these two letters matter here that canonical decomposition leaves whole.
            let lower = text.lowercased().replacing("\u{F0}", with: "đ").replacing("\u{D0}", with: "đ")
            written = lower.precomposedStringWithCanonicalMapping
            let scalars = Array(lower.decomposedStringWithCanonicalMapping.unicodeScalars)
            let tones = scalars.filter(PlainArticle.tones.contains)
            let letters = scalars.filter { !PlainArticle.tones.contains($0) }
            marked = PlainArticle.text(letters).precomposedStringWithCanonicalMapping + PlainArticle.text(tones)
            let plain = letters.filter { $0.properties.generalCategory != .nonspacingMark }
            bare = PlainArticle.text(plain.map { $0 == "đ" ? "d" : $0 })
        }
    }

    private static let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    private static let invisible: Set<Unicode.Scalar> = ["\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}"]

    let id: String
    /// The words of the title and of the body.
    let texts: [[Word]]
    /// Every word once.
    let words: Set<Word>
    /// The words that are written with the letter Eth, as they are written.
    let wordsWithEth: Set<String>
    private let marked: Set<String>
    private let bare: Set<String>

    /// Reads an article; its words are kept in `known`, since most occur in many articles.
    init(_ article: Article, known: inout [String: Word]) {
        id = article.id
        let words = [article.title, article.body].map(PlainArticle.split)
        for word in words.joined() where known[word] == nil { known[word] = Word(word) }
        texts = words.map { $0.compactMap { known[$0] } }
        self.words = Set(texts.joined())
        marked = Set(self.words.map(\.marked))
        bare = Set(self.words.map(\.bare))
        wordsWithEth = Set(words.joined().filter { $0.unicodeScalars.contains { $0 == "\u{D0}" || $0 == "\u{F0}" } })
    }

    private static func text(_ scalars: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(scalars)) }

    private static func split(_ text: String) -> [String] {
        PlainArticle.text(text.unicodeScalars.filter { !invisible.contains($0) })
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Whether a word occurs in it with exactly these marks, wherever its tone mark is set.
    func holds(marked word: Word) -> Bool { marked.contains(word.marked) }

    /// Whether a word occurs in it in any reading.
    func holds(bare word: Word) -> Bool { bare.contains(word.bare) }

    /// Whether these words follow each other in the title or in the body, with exactly these marks.
    func holds(phrase: [Word]) -> Bool {
        guard let first = phrase.first, phrase.allSatisfy(holds(marked:)) else { return false }
        return texts.contains { text in
            text.indices.contains { start in
                guard text[start].marked == first.marked, start + phrase.count <= text.count else { return false }
                return zip(text[start...], phrase).allSatisfy { $0.marked == $1.marked }
            }
        }
    }
}
