import Glibc
import SearchProtocol

/// `workspace/symbol`: a search whose hits are locations in files.
///
/// An article whose text is not in a file verbatim gets its own file, and the location is the match in it.
final class SymbolSearch: EditorRequest {
    /// The maximum number of hits: one or two pages of an editor's list.
    private static let limit = 50

    private let query: String
    private let encoding: PositionEncoding
    private let link: DaemonLink
    private let files: ArticleFiles
    private let warn: (String) -> Void
    private let finish: (EditorAnswer) -> Void
    private var isFinished = false
    private var tickets: [DaemonLink.Ticket] = []
    private var hits: [SearchHit] = []
    private var locations: [FileLocation?] = []
    private var missing = 0

    /// Starts the search.
    ///
    /// - Parameters:
    ///   - query: the query as typed.
    ///   - encoding: the unit in which positions are counted.
    ///   - link: the link to the daemon.
    ///   - files: the folder for articles' files.
    ///   - warn: receives one line with the reason why an article has no file.
    ///   - finish: receives the symbols, once.
    init(
        _ query: String, encoding: PositionEncoding, link: DaemonLink, files: ArticleFiles,
        warn: @escaping (String) -> Void, finish: @escaping (EditorAnswer) -> Void
    ) {
        (self.query, self.encoding, self.link, self.files) = (query, encoding, link, files)
        (self.warn, self.finish) = (warn, finish)
        let params = SearchParams(
            query: query, limit: SymbolSearch.limit, snippets: false, asYouType: true, countTo: 0)
        tickets = [link.ask(.search, params) { [self] in found($0) }]
    }

    func cancel() {
        for ticket in tickets { link.cancel(ticket) }
    }

    private func found(_ answer: DaemonLink.Answer) {
        do throws(AskFailure) {
            hits = try answer.read(SearchResult.self).hits
        } catch {
            end(.failure(error))
            return
        }
        locations = hits.map(placeInFile)
        let others = hits.indices.filter { locations[$0] == nil }
        missing = others.count
        tickets = others.map { place in
            link.ask(.article, ArticleParams(id: hits[place].id, query: query)) { [self] in show($0, at: place) }
        }
        endWhereComplete()
    }

    /// The location of a hit whose text is in a file verbatim.
    private func placeInFile(_ hit: SearchHit) -> FileLocation? {
        guard hit.layout == .text, let path = hit.path, access(path, R_OK) == 0 else { return nil }
        return SymbolSearch.place(of: hit, in: path)
    }

    private static func place(of hit: SearchHit, in path: String) -> FileLocation {
        let place = TextPosition(line: hit.line ?? 0, character: hit.column ?? 0)
        return FileLocation(path: path, range: TextRange(start: place, end: place))
    }

    /// Writes an article into its file; one that cannot be written is shown at its record.
    private func show(_ answer: DaemonLink.Answer, at place: Int) {
        guard !isFinished else { return }
        missing -= 1
        if case .failure(.answered(let error)) = answer, error.known == .cancelled {
            end(.failure(.answered(error)))
            return
        }
        let hit = hits[place]
        locations[place] = hit.path.map { SymbolSearch.place(of: hit, in: $0) }
        do {
            let text = ArticleText(try answer.read(ArticleResult.self))
            let path = try files.put(text.text, id: hit.id)
            locations[place] = FileLocation(path: path, range: text.firstMatch(in: encoding))
        } catch let error as ArticleFileError {
            warn(error.description)
        } catch let error as AskFailure {
            warn(error.line)
        } catch {
            warn(String(describing: error))
        }
        endWhereComplete()
    }

    private func endWhereComplete() {
        guard missing == 0 else { return }
        let symbols = zip(hits, locations).compactMap { hit, location in
            location.map { SymbolInformation(hit, at: $0) }
        }
        end(.success(symbols))
    }

    private func end(_ answer: EditorAnswer) {
        guard !isFinished else { return }
        isFinished = true
        finish(answer)
    }
}
