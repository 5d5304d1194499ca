import Testing

@testable import IndexStorage

@Suite("Spellings of paths that look alike")
struct PathSpellingsTests {
    private func scalars(_ path: String) -> [Unicode.Scalar] { Array(path.unicodeScalars) }

    @Test("Each name of a path is composed or decomposed on its own, and the path as given is none of the others")
    func others() {
        let (composed, decomposed) = ("\u{1ED1}", "o\u{302}\u{301}")
        let spellings = [composed, decomposed].flatMap { first in
            [composed, decomposed].map { "/a/\(first)/b/\($0).txt" }
        }
        for spelling in spellings {
            let others = PathSpellings.others(of: spelling).map(scalars)
            #expect(Set(others) == Set(spellings.map(scalars)).subtracting([scalars(spelling)]))
            #expect(others.count == 3)
        }
        #expect(PathSpellings.others(of: "/a/hal\u{302}fo\u{302}\u{301}").count == 1)
        #expect(PathSpellings.others(of: "/a/b.txt").isEmpty)
        #expect(PathSpellings.others(of: "/a/đ").isEmpty)
    }

    @Test("Of a path with many such names only two spellings are tried")
    func many() {
        let path = String(repeating: "/\u{1ED1}", count: 30)
        #expect(
            PathSpellings.others(of: path).map(scalars) == [
                scalars(path.replacing("\u{1ED1}", with: "o\u{302}\u{301}"))
            ])
    }
}
