import ArgumentParser
import ArticleIndex
import Foundation

/// Tells how well the ranking finds what people meant, on queries with known answers.
@main
struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Index a retrieval collection and score the ranking on its queries.",
        discussion: """
            DIR holds corpus.jsonl {id, title, text}, qrels.tsv (query, document, relevance) and any number of files \
            queries*.jsonl {id, text}; each of these gives a line of MRR@10, nDCG@10 and recall@10.
            """)

    @Argument(help: "Folders of collections.")
    var dir: [String]

    @Option(help: "Which of the words an article has to have: auto, all or any.")
    var match = "auto"

    func run() async throws {
        guard let matching = SearchRequest.Matching(rawValue: match) else {
            throw ValidationError("--match knows auto, all and any")
        }
        for folder in dir {
            let collection = try Collection(folder: URL(fileURLWithPath: folder))
            let engine = try await Engine(collection.documents)
            for (name, queries) in collection.querySets {
                let scores = Scores(judgements: collection.judgements)
                var sums = Scores.Values()
                for query in queries {
                    let ranked = try await engine.search(query.text, matching: matching)
                    sums.add(scores.values(of: ranked, for: query.id))
                }
                let mean = sums.mean(over: queries.count)
                print(
                    String(
                        format: "%@ %@ (%d queries): MRR@10 %.4f  nDCG@10 %.4f  recall@10 %.4f",
                        collection.name, name, queries.count, mean.reciprocalRank, mean.gain, mean.recall))
            }
            engine.clear()
        }
    }
}
