import ArgumentParser
import Articles
import Foundation
import Measuring

/// Builds the database of stock Xapian in a separate process, so that its memory is measured apart from the
/// benchmark's.
struct BuildStock: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build-stock", abstract: "Index files with stock Xapian; the benchmark itself runs this.",
        shouldDisplay: false)

    @Argument(help: "A JSON Lines file of articles.")
    var file: String

    @Argument(help: "The folder of the database.")
    var folder: String

    func run() throws {
        let count = try StockXapian.build(at: folder) { deliver in
            try ArticleFiles().read([file]) { event in
                if case .article(let article) = event { try deliver(article) }
            }
        }
        print(count)
    }
}
