import ArticleModel
import Synchronization
import TemporaryFolders
import Testing

@testable import Articles

/// The events of reading some input, sorted by kind.
struct Reading {
    var articles: [Article] = []
    var failures: [ReadFailure] = []
    var unreadDates: [UnreadDate] = []
    var finished: [String] = []
    var whole: [Bool] = []
    var bytes = 0
    var walked = WalkedFolders()

    init(_ paths: [String], limits: ReadingLimits = ReadingLimits(years: 1995...2027)) {
        ArticleFiles(limits: limits).read(paths) { take($0) }
    }

    init(descriptor: Int32) {
        ArticleFiles().read(jsonLinesFrom: .descriptor(descriptor)) { take($0) }
    }

    /// Reads bytes in parts of a length, which end as a whole input does or are cut off.
    init(parts bytes: [UInt8], length: Int, isWhole: Bool) {
        let rest = Mutex(bytes[...])
        let read: @Sendable (UnsafeMutableRawBufferPointer) -> Int? = { buffer in
            rest.withLock { rest in
                let part = rest.prefix(min(length, buffer.count))
                rest = rest.dropFirst(part.count)
                buffer.copyBytes(from: part)
                return part.isEmpty && !isWhole ? nil : part.count
            }
        }
        ArticleFiles().read(jsonLinesFrom: .parts(read)) { take($0) }
    }

    private mutating func take(_ event: ReadEvent) {
        switch event {
        case .article(let article): articles.append(article)
        case .failure(let failure): failures.append(failure)
        case .unreadDate(let date): unreadDates.append(date)
        case .finished(let path, _, _, let isWhole):
            finished.append(path)
            whole.append(isWhole)
        case .progress(let count): bytes += count
        case .walked(let folders): walked = folders
        }
    }
}

extension ArticleFiles {
    /// The files at and under a path.
    func files(at path: String) -> [InputFile] {
        var files: [InputFile] = []
        forEachFile(at: [path]) { files.append($0) }
        return files
    }
}

extension Article {
    /// The rule that found a field.
    func rule(_ field: String) -> String? { provenance.first { $0.field == field }?.rule }
}

/// Reads one text file and returns its article.
func article(ofText text: String, named name: String = "a.txt") throws -> Article {
    let folder = try TemporaryFolder()
    let reading = Reading([try folder.write(name, text)])
    try #require(reading.failures.isEmpty, "\(reading.failures)")
    return try #require(reading.articles.first)
}
