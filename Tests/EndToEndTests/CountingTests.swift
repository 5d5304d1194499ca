import Foundation
import JSON
import SearchClient
import SearchProtocol
import Testing

@Suite("Facets, timelines and similar articles from end to end")
struct CountingTests {
    private func home() throws -> Home {
        let home = try Home()
        let input = """
            {"id": "a", "title": "Chợ nổi Sông Hậu", "body": "Ghe thuyền họp chợ nổi.", "date": "2003-05-01", "source": "Báo A"}
            {"id": "b", "title": "Chợ nổi cuối năm", "body": "Ghe thuyền họp chợ.", "date": "2005-12-30", "source": "Báo A"}
            {"id": "c", "title": "Chợ hoa đêm", "body": "Hoa về phố.", "source": "Báo B"}
            {"id": "d", "title": "Giá vàng", "body": "Tăng nhẹ.", "date": "2005-12-30"}
            """
        _ = try Programs.tracuu(["index", "--quiet", "-"], in: home, input: input)
        return home
    }

    private static let ways = [[], ["--no-daemon"]]

    @Test("Facets are printed below the hits, and are in the JSON in the protocol's form", arguments: ways)
    func facets(way: [String]) throws {
        let home = try home()
        let arguments = ["search", "chợ", "--facet", "year", "--facet", "source"] + way
        let printed = try Programs.tracuu(arguments, in: home)
        #expect(printed.status == 0)
        #expect(
            printed.output.hasSuffix(
                """

                by year
                    2005       1
                    2003       1
                    (unknown)  1

                by source
                    Báo A  2
                    Báo B  1

                """))
        let json = try Programs.tracuu(arguments + ["--json", "--limit", "0"], in: home)
        #expect(json.status == 0)
        let facets = try #require(try json.json()["facets"] as? [String: [[String: Any]]])
        #expect(facets["year"]?.map { $0["value"] as? String } == ["2005", "2003"])
        #expect(try json.json()["facetRest"] is [String: Any])
        #expect(try Programs.tracuu(["search", "zzz", "--facet", "year"] + way, in: home).status == 1)
        #expect(try Programs.tracuu(arguments + ["--format", "paths"], in: home).status == 2)
        #expect(try Programs.tracuu(["search", "chợ", "--facet", "week"] + way, in: home).status == 2)
    }

    @Test("A timeline prints a line for each period to a pipe, and one JSON object with --json", arguments: ways)
    func timeline(way: [String]) throws {
        let home = try home()
        let printed = try Programs.tracuu(["timeline", "chợ"] + way, in: home)
        #expect(printed.status == 0)
        #expect(printed.output.hasPrefix("2003-05\t1\n2003-06\t0\n"))
        #expect(printed.output.hasSuffix("2005-12\t1\n"))
        #expect(printed.errors.hasPrefix("3 articles, 1 without a date"))
        let years = try Programs.tracuu(["timeline", "chợ", "--by", "year", "--until", "2004"] + way, in: home)
        #expect(years.output == "2003\t1\n")
        let json = try Programs.tracuu(["timeline", "chợ", "--by", "year", "--json"] + way, in: home).json()
        #expect((json["buckets"] as? [[String: Any]])?.map { $0["count"] as? Int } == [1, 0, 1])
        #expect(json["undated"] as? Int == 1)
        #expect(try Programs.tracuu(["timeline", "zzz"] + way, in: home).status == 1)
        #expect(try Programs.tracuu(["timeline", "(chợ"] + way, in: home).status == 2)
        #expect(try Programs.tracuu(["timeline", "chợ", "--by", "week"] + way, in: home).errorLines.count == 1)
    }

    @Test("A page without hits is no search without result: the total is told, and the status is 0", arguments: ways)
    func emptyPages(way: [String]) throws {
        let home = try home()
        for page in [["--limit", "0"], ["--offset", "3"]] {
            for command in [["search", "chợ"], ["similar", "a"]] {
                let printed = try Programs.tracuu(command + page + way, in: home)
                #expect(printed.status == 0 && printed.output.isEmpty && printed.errorLines.count == 1)
                #expect(!printed.errors.contains("nothing"), "\(printed.errors)")
            }
            for format in ["json", "jsonl", "vimgrep", "paths"] {
                let printed = try Programs.tracuu(["search", "chợ", "--format", format] + page + way, in: home)
                #expect(printed.status == 0)
                #expect(printed.errors.hasPrefix("3 articles") == (format != "json"))
            }
            #expect(try Programs.tracuu(["search", "zzz"] + page + way, in: home).status == 1)
        }
    }

    @Test("Similar articles are printed as hits are; an unknown id gives no result", arguments: ways)
    func similar(way: [String]) throws {
        let home = try home()
        let printed = try Programs.tracuu(["similar", "a"] + way, in: home)
        #expect(printed.status == 0)
        #expect(printed.output.hasPrefix(" 1. Chợ nổi cuối năm"))
        let json = try Programs.tracuu(["similar", "a", "--json"] + way, in: home).json()
        #expect((json["hits"] as? [[String: Any]])?.first?["id"] as? String == "b")
        let unknown = try Programs.tracuu(["similar", "x"] + way, in: home)
        #expect(unknown.status == 1 && unknown.errorLines.count == 1 && unknown.output.isEmpty)
        #expect(try Programs.tracuu(["similar", "a", "--limit", "-1"] + way, in: home).status == 2)
    }

    @Test("A client that pages through the daemon continues in its ranking while articles are added")
    func paging() throws {
        let home = try Home()
        let path = try home.writeManyArticles(120)
        _ = try Programs.tracuu(["index", "--quiet", path], in: home)
        _ = try Programs.tracuu(["daemon", "start", "--quiet"], in: home)
        let connection = try home.connect().value
        func search(_ offset: Int, _ revision: Int? = nil) throws -> SearchResult {
            try connection.call(
                .search,
                SearchParams(query: "\"bài số\"", limit: 25, offset: offset, match: .all, revision: revision),
                returning: SearchResult.self)
        }
        let first = try search(0)
        let whole = try connection.call(
            .search, SearchParams(query: "\"bài số\"", limit: 200, match: .all), returning: SearchResult.self)
        try #require(whole.hits.count > 50)
        var walked = first.hits.map(\.id)
        while walked.count < whole.hits.count {
            let article = #"{"id": "new\#(walked.count)", "title": "bài số", "body": "bài số bài số"}"#
            _ = try connection.call(.index, IndexParams(articles: [try JSONValue(parsing: Array(article.utf8))]))
            let page = try search(walked.count, first.revision)
            try #require(!page.hits.isEmpty)
            walked += page.hits.map(\.id)
        }
        #expect(walked == whole.hits.map(\.id))
        #expect(try search(0).hits.contains { $0.id.hasPrefix("new") })
        do {
            _ = try search(25, first.revision - 1)
            Issue.record("a revision of which nothing is known was answered")
        } catch {
            guard case .answered(let answer) = error as? ClientError else { throw error }
            #expect(answer.code == -32801)
            #expect(answer.message.contains("first page"))
        }
    }
}
