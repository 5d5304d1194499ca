import ArticleModel
import Foundation
import IndexStorage
import Measuring
import SearchEngine

/// A folder in which an index is kept for later runs, with a file beside the index that names its documents.
struct KeptIndex {
    /// A folder that this program did not make.
    struct ForeignError: Error, CustomStringConvertible {
        let description: String
    }

    /// The name of the file that says which documents the index holds.
    static let markerName = "DOCUMENTS"
    private static let unfinished = "unfinished\n"

    let folder: URL
    private var marker: URL { folder.appendingPathComponent(KeptIndex.markerName) }

    /// Whether the folder holds a whole index of these documents that can be read.
    func holds(_ documents: [Article]) async -> Bool {
        guard (try? String(contentsOf: marker, encoding: .utf8)) == KeptIndex.fingerprint(of: documents) else {
            return false
        }
        let statistics = try? await ArticleReader(folder: IndexFolder(path: folder.path)).statistics()
        return statistics?.articles == Set(documents.map(\.id)).count
    }

    /// Makes room for a new index, which counts as unfinished until `finish`.
    ///
    /// - Throws: `ForeignError` where something else lies there, which is left alone.
    func begin() throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        if names.contains(KeptIndex.markerName) {
            // The marker goes last, so that a deletion that was cut short can be taken up again.
            for name in names where name != KeptIndex.markerName {
                try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
            }
        } else if !names.isEmpty {
            throw ForeignError(
                description: "\(folder.path) holds something that evaluate did not make: name another folder to --keep")
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(KeptIndex.unfinished.utf8).write(to: marker, options: .atomic)
    }

    /// Says that the index holds these documents, all of them.
    func finish(_ documents: [Article]) throws {
        try Data(KeptIndex.fingerprint(of: documents).utf8).write(to: marker, options: .atomic)
    }

    private static func fingerprint(of documents: [Article]) -> String {
        var hash = Fingerprint()
        for document in documents {
            hash.add(document.id)
            hash.add(document.title)
            hash.add(document.body)
        }
        return "\(documents.count) documents, \(hash.value), schema \(SchemaVersion.current)\n"
    }
}
