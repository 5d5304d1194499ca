import ArgumentParser
import Foundation
import Measuring

/// The folder with the articles as one file and with every engine's index, which may be kept for later runs.
struct BenchmarkFolder {
    /// The name of the file that identifies the articles of the indexes.
    static let markerName = "ARTICLES"

    let path: String

    /// The file of the articles, which every engine reads.
    var corpus: String { path + "/corpus.jsonl" }

    /// The folder of an engine's index.
    func index(of engine: String) -> String { "\(path)/\(engine)" }

    /// Prepares a folder for an archive: data of the same archive is kept, anything else that a benchmark left is
    /// deleted.
    ///
    /// - Throws: `ValidationError` where the folder has other content, which is left alone.
    init(path: String, archive: Archive) throws {
        self.path = path
        let marker = path + "/" + BenchmarkFolder.markerName
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let isOurs = names.contains(BenchmarkFolder.markerName)
        guard isOurs || names.isEmpty else {
            throw ValidationError("\(path) holds something that benchmark did not make: name another folder to --keep")
        }
        let fingerprint = BenchmarkFolder.fingerprint(of: archive)
        guard (try? String(contentsOfFile: marker, encoding: .utf8)) != fingerprint else { return }
        for name in names where name != BenchmarkFolder.markerName {
            try FileManager.default.removeItem(atPath: path + "/" + name)
        }
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // The marker exists from the beginning, so that an interrupted run can be resumed; it says what is complete.
        try Data("unfinished\n".utf8).write(to: URL(fileURLWithPath: marker), options: .atomic)
        try CorpusFile.write(archive.articles, to: corpus)
        try Data(fingerprint.utf8).write(to: URL(fileURLWithPath: marker), options: .atomic)
    }

    /// Returns the figures of an engine's index, which is built where none is kept.
    ///
    /// - Parameters:
    ///   - engine: The name of the engine's folder.
    ///   - version: The versions that the index depends on besides the articles.
    ///   - isRebuilt: Whether to rebuild it even where one is kept.
    ///   - make: Builds the index in a folder that does not exist yet.
    /// - Returns: The figures, and whether they are of an earlier run.
    /// - Throws: Any error of `make`.
    func figures(
        of engine: String, as version: String, rebuilding isRebuilt: Bool,
        make: (_ folder: String) throws -> BuildFigures
    ) throws -> (figures: BuildFigures, areKept: Bool) {
        let folder = index(of: engine)
        let record = URL(fileURLWithPath: folder + ".json")
        if !isRebuilt, let data = try? Data(contentsOf: record),
            let figures = try? JSONDecoder().decode(BuildFigures.self, from: data), figures.version == version
        {
            return (figures, true)
        }
        try? FileManager.default.removeItem(at: record)
        try? FileManager.default.removeItem(atPath: folder)
        var figures = try make(folder)
        figures.version = version
        figures.bytes = BenchmarkFolder.bytes(of: folder)
        try JSONEncoder().encode(figures).write(to: record, options: .atomic)
        return (figures, false)
    }

    private static func bytes(of folder: String) -> Int {
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return files.reduce(0) { total, file in
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + file)
            guard attributes?[.type] as? FileAttributeType == .typeRegular else { return total }
            return total + ((attributes?[.size] as? NSNumber)?.intValue ?? 0)
        }
    }

    private static func fingerprint(of archive: Archive) -> String {
        var hash = Fingerprint()
        for article in archive.articles {
            hash.add(article.id)
            hash.add(article.title)
            hash.add(article.body)
        }
        return "\(archive.articles.count) articles, \(hash.value)\n"
    }
}
