internal import ArticleModel
import FilePaths

/// Reads files and folders as articles.
///
/// JSON Lines files give one article per line, text and Markdown files one per file; each may be compressed with gzip,
/// xz or zstd. Nothing here throws because of a file's contents: a file or a line that cannot be read is an event, and
/// reading continues.
///
/// ```swift
/// var titles: [String] = []
/// ArticleFiles().read([folder]) { event in
///     if case .article(let article) = event { titles.append(article.title) }
/// }
/// ```
package struct ArticleFiles: Sendable {
    /// The limits within which files are read.
    package let limits: ReadingLimits
    /// The folders that must contain files for them to be read; nil for anywhere.
    package let roots: ReadingRoots?
    /// A folder that is never entered.
    private let skipped: String?

    /// Creates a reader of files.
    ///
    /// - Parameters:
    ///   - limits: The limits within which files are read.
    ///   - skipped: A folder that is never entered, wherever a walk finds it: the index itself.
    ///   - roots: The folders that must contain files for them to be read; nil for anywhere.
    package init(
        limits: ReadingLimits = ReadingLimits(), skipping skipped: String? = nil, within roots: ReadingRoots? = nil
    ) {
        self.limits = limits
        self.roots = roots
        self.skipped = skipped
    }

    /// Lists the files at and under some paths in the order in which they would be read, with their sizes.
    ///
    /// Anything that cannot be accessed is left out here and is an event of `read`.
    ///
    /// - Parameters:
    ///   - paths: Files and folders.
    ///   - body: Receives the files, with absolute paths.
    package func forEachFile(at paths: [String], _ body: (InputFile) -> Void) {
        var walk = FolderWalk(skipping: skipped, within: roots)
        for path in paths {
            guard let path = try? absolutePath(path) else { continue }
            walk.visit(path) { if case .file(let file) = $0 { body(file) } }
        }
        _ = walk.finish { if case .file(let file) = $0 { body(file) } }
    }

    /// Reads files and folders, the folders recursively, in the order of the paths; `-` is standard input.
    ///
    /// Each file is read once, whatever paths and symbolic links lead to it, and its articles have its one path without
    /// links. What links in the folders lead to is read last.
    ///
    /// - Parameters:
    ///   - paths: Files, folders, `-`.
    ///   - deliver: Receives the events in order; an error that it throws ends the reading.
    /// - Throws: What `deliver` throws.
    package func read(_ paths: [String], deliver: (ReadEvent) throws -> Void) rethrows {
        var walk = FolderWalk(skipping: skipped, within: roots)
        for path in paths {
            if path == "-" {
                try read(jsonLinesFrom: .descriptor(0), deliver: deliver)
                continue
            }
            switch Result(catching: { () throws(PathError) in try absolutePath(path) }) {
            case .success(let path): try walk.visit(path) { try read($0, deliver: deliver) }
            case .failure(let failure): try deliver(.failure(ReadFailure(path: path, reason: failure.reason)))
            }
        }
        let walked = try walk.finish { try read($0, deliver: deliver) }
        if !walked.folders.isEmpty { try deliver(.walked(walked)) }
    }

    /// Reads JSON Lines, compressed or not, as they arrive.
    ///
    /// The articles have no location, and an article with neither `id` nor `url` gets an id derived from its content.
    ///
    /// - Parameters:
    ///   - stream: The bytes.
    ///   - deliver: Receives the events in order, under the path `-`; an error that it throws ends the reading.
    /// - Throws: What `deliver` throws.
    package func read(jsonLinesFrom stream: ByteStream, deliver: (ReadEvent) throws -> Void) rethrows {
        let reading = FileReading(path: nil, name: "-", limits: limits)
        try reading.read(.stream(stream), as: JSONLinesFormat(), deliver: deliver)
    }

    private func read(_ step: FolderWalk.Step, deliver: (ReadEvent) throws -> Void) rethrows {
        switch step {
        case .failure(let failure): try deliver(.failure(failure))
        case .file(let file): try read(file: file.path, deliver: deliver)
        }
    }

    private func read(file path: String, deliver: (ReadEvent) throws -> Void) rethrows {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let reading = FileReading(path: path, name: name, limits: limits, roots: roots)
        try reading.read(.file(path: path), as: nil, deliver: deliver)
    }
}
