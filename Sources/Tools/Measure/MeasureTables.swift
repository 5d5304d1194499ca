import ArgumentParser
import Foundation
import IndexStorage
import Xapian

/// Measures the tables of an index: the bytes of each table, and of each kind of term in the posting lists.
struct MeasureTables: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: "Say what the bytes of a database of Xapian's are: its tables, and its terms by kind.",
        discussion: """
            FOLDER holds one database, as generation-000001/live does. The bytes of posting lists are reckoned from the \
            postings by the layout of the tables, compact ones; the sum is set against the table's size.
            """)

    @Argument(help: "The folder of a database.")
    var folder: String

    @Option(help: "Bytes of the archive's text, titles and bodies, to give sizes as multiples of it.")
    var text: Int?

    func run() throws {
        let database = try Database(path: folder)
        var stored = 0
        var records = 0
        var last = DocumentID(0)
        while case let documents = try database.documents(with: [], after: last, limit: 1_000), let end = documents.last
        {
            for document in documents {
                stored += try database.data(of: document).count
                records += 1
            }
            last = end
        }
        print("\(records) documents, \(stored) bytes of records, \(text.map { "\($0) bytes of text" } ?? "")")
        for name in ["postlist", "termlist", "docdata", "position", "spelling", "synonym"] {
            line("table " + name, bytes: size(of: name))
        }
        let kinds = try spaces(in: database)
        print("kind, terms, of them in one article, postings, bytes of keys, bytes of lists, bytes, x text")
        for prefix in TermPrefix.allCases {
            guard let space = kinds[prefix] else { continue }
            print(
                "\(prefix.name): \(space.terms) \(space.lonely) \(space.postings) \(space.keyBytes) \(space.listBytes) "
                    + "\(space.bytes) \(share(space.bytes))")
        }
        let reckoned = kinds.values.reduce(0) { $0 + $1.bytes }
        line("posting lists reckoned", bytes: reckoned)
        line("of the table, values, lengths and what is left free", bytes: size(of: "postlist") - reckoned)
    }

    private func spaces(in database: Database) throws -> [TermPrefix: TermSpace] {
        var kinds: [TermPrefix: TermSpace] = [:]
        var last: [UInt8] = []
        while case let terms = try database.terms(withPrefix: [], after: last, limit: 10_000), let end = terms.last {
            for entry in terms {
                kinds[TermPrefix(of: entry.term), default: TermSpace()].add(
                    entry.term, try database.postings(of: entry.term))
            }
            last = end.term
        }
        return kinds
    }

    private func size(of table: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + table + ".glass")
        return (attributes?[.size] as? Int) ?? 0
    }

    private func line(_ name: String, bytes: Int) { print("\(name): \(bytes) bytes \(share(bytes))") }

    private func share(_ bytes: Int) -> String {
        guard let text, text > 0 else { return "" }
        return "\((Double(bytes) / Double(text) * 10_000).rounded() / 10_000)"
    }
}
