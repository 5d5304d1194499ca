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
    private let walk: FolderWalk

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
        walk = FolderWalk(skipped: skipped, roots: roots)
    }

    /// Lists the files at and under a path in the order in which they would be read, with their sizes.
    ///
    /// Anything that cannot be accessed is left out here and is an event of `read`.
    ///
    /// - Parameter path: A file or a folder.
    /// - Returns: The files, with absolute paths.
    package func files(at path: String) -> [InputFile] {
        var files: [InputFile] = []
        walk.visit(absolutePath(path)) { step in
            if case .file(let file) = step { files.append(file) }
        }
        return files
    }

    /// Reads files and folders, the folders recursively, in the order of the paths; `-` is standard input.
    ///
    /// - Parameters:
    ///   - paths: Files, folders, `-`.
    ///   - deliver: Receives the events in order; an error that it throws ends the reading.
    /// - Throws: What `deliver` throws.
    package func read(_ paths: [String], deliver: (ReadEvent) throws -> Void) rethrows {
        for path in paths {
            if path == "-" {
                try read(jsonLinesFrom: .descriptor(0), deliver: deliver)
                continue
            }
            try walk.visit(absolutePath(path)) { step in
                switch step {
                case .failure(let failure): try deliver(.failure(failure))
                case .file(let file): try read(file: file.path, deliver: deliver)
                }
            }
        }
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

    private func read(file path: String, deliver: (ReadEvent) throws -> Void) rethrows {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let reading = FileReading(path: path, name: name, limits: limits, roots: roots)
        try reading.read(.file(path: path), as: nil, deliver: deliver)
    }
}
