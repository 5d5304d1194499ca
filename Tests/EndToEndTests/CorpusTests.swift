import Foundation
import Testing

/// Real articles, where `TRACUU_CORPUS` names a folder of them.
@Suite(
    "A sample of real articles",
    .enabled(if: corpus != nil, "TRACUU_CORPUS names no folder of *.jsonl.xz: the tests on real articles are skipped"))
struct CorpusTests {
    @Test(
        "Two thousand real articles index without a failure; a query without marks finds all that one with marks does")
    func slice() throws {
        let home = try Home()
        // Hundreds of hits with snippets take long in an unoptimised build while other tests run.
        _ = try home.write("daemon:\n  deadline: 10m\n", as: "tracuu.yaml")
        let folder = try #require(corpus)
        let indexed = try Programs.tracuu(["index", "--json", folder + "/news-misc-dated.jsonl.xz"], in: home).json()
        #expect((indexed["failed"] as? [Any])?.isEmpty == true)
        #expect((indexed["added"] as? Int ?? 0) > 2_000)
        for query in ["thành phố hà nội", "công nghệ thông tin", "đại học", "hòa bình"] {
            let bare = query.folding(options: .diacriticInsensitive, locale: nil).replacingOccurrences(
                of: "đ", with: "d")
            let (marked, folded) = (try found(query, home), try found(bare, home))
            #expect(!marked.isEmpty)
            #expect(folded.isSuperset(of: marked), "\(bare) finds all that \(query) does")
        }
    }

    private func found(_ query: String, _ home: Home) throws -> Set<String> {
        let outcome = try Programs.tracuu(
            ["search", "--format", "jsonl", "--limit", "5000", "--match", "all", query], in: home)
        let lines = outcome.output.split(separator: "\n")
        return Set(
            lines.compactMap { line in
                (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
            }.compactMap { $0["id"] as? String })
    }
}
