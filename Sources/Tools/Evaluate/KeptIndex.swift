import ArticleModel
import Foundation
import IndexStorage
import Measuring
import SearchEngine

/// A folder in which an index is kept for later runs, with a file beside the index that identifies its documents.
struct KeptIndex {
    /// The error for a folder that this program did not create.
    struct ForeignError: Error, CustomStringConvertible {
        let description: String
    }

    /// The name of the file that identifies the documents of the index.
    static let markerName = "DOCUMENTS"
    private static let unfinished = "unfinished\n"

    let folder: URL
    private var marker: URL { folder.appendingPathComponent(KeptIndex.markerName) }

    /// Whether the folder has a complete, readable index of the given documents.
    func holds(_ documents: [Article]) async -> Bool {
        guard (try? String(contentsOf: marker, encoding: .utf8)) == KeptIndex.fingerprint(of: documents) else {
            return false
        }
        let statistics = try? await ArticleReader(folder: IndexFolder(path: folder.path)).statistics()
        return statistics?.articles == Set(documents.map(\.id)).count
    }

    /// Clears the folder for a new index, which counts as unfinished until `finish`.
    ///
    /// - Throws: `ForeignError` where the folder has other content, which is left alone.
    func begin() throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        if names.contains(KeptIndex.markerName) {
            // The marker is deleted last, so that an interrupted deletion can be resumed.
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

    /// Marks the index as complete with the given documents.
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
