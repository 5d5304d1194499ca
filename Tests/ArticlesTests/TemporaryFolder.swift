import ArticleModel
import Foundation
import Testing

@testable import Articles

/// A folder that is gone when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        let template = FileManager.default.temporaryDirectory.appendingPathComponent("articles-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: template, withIntermediateDirectories: true)
        path = template.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, with the folders above it, and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = path + "/" + name
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    /// Makes a symbolic link and returns its path.
    @discardableResult
    func link(_ name: String, to target: String) throws -> String {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
        return path + "/" + name
    }
}

/// The events of a reading, sorted by kind.
struct Reading {
    var articles: [Article] = []
    var failures: [ReadFailure] = []
    var finished: [String] = []
    var whole: [Bool] = []
    var bytes = 0

    init(_ paths: [String], limits: ReadingLimits = ReadingLimits(years: 1995...2027)) {
        ArticleFiles(limits: limits).read(paths) { take($0) }
    }

    init(descriptor: Int32) {
        ArticleFiles().read(jsonLinesFrom: descriptor) { take($0) }
    }

    private mutating func take(_ event: ReadEvent) {
        switch event {
        case .article(let article): articles.append(article)
        case .failure(let failure): failures.append(failure)
        case .finished(let path, _, _, let isWhole):
            finished.append(path)
            whole.append(isWhole)
        case .progress(let count): bytes += count
        }
    }
}

extension Article {
    /// The rule that found a field.
    func rule(_ field: String) -> String? { provenance.first { $0.field == field }?.rule }
}

/// Reads one file of text and hands back its article.
func article(ofText text: String, named name: String = "a.txt") throws -> Article {
    let folder = try TemporaryFolder()
    let reading = Reading([try folder.write(name, text)])
    try #require(reading.failures.isEmpty, "\(reading.failures)")
    return try #require(reading.articles.first)
}
