import SearchProtocol
import SearchService
import Testing

@Suite("Citations through the service")
struct CitationTests {
    @Test("A citation has the article's own details, in each format", arguments: CitationFormat.allCases)
    func formats(format: CitationFormat) async throws {
        let home = try ServiceHome()
        try await home.index(
            #"""
            {"id": "1", "title": "Giá [vàng] tăng 5% & *hơn*", "body": "x", "date": "2015-03-09T10:00:00",
             "author": "Hồng Hạnh", "source": "Hà_Nội Mới", "url": "https://a.example/b?c=1&d=2"}
            """#.split(separator: "\n").joined(),
            #"{"id": "2", "body": "Không có đầu đề,\nchỉ có lời."}"#)
        let text = try await home.service.cite(CiteParams(id: "1", format: format)).text
        let bare = try await home.service.cite(CiteParams(id: "2", format: format)).text
        switch format {
        case .plain:
            #expect(
                text == "Hồng Hạnh, “Giá [vàng] tăng 5% & *hơn*”, Hà_Nội Mới, 9/3/2015, https://a.example/b?c=1&d=2")
            #expect(bare == "“Không có đầu đề, chỉ có lời.”")
        case .markdown:
            #expect(
                text
                    == #"Hồng Hạnh, [Giá \[vàng\] tăng 5% & \*hơn\*](<https://a.example/b?c=1&d=2>), *Hà\_Nội Mới*, 9/3/2015"#
            )
            #expect(bare == "“Không có đầu đề, chỉ có lời.”")
        case .org:
            #expect(
                text == "Hồng Hạnh, [[https://a.example/b?c=1&d=2][Giá (vàng) tăng 5% & *hơn*]], /Hà_Nội Mới/, 9/3/2015"
            )
            #expect(bare == "“Không có đầu đề, chỉ có lời.”")
        case .bibtex:
            #expect(
                text == #"""
                    @article{honghanh2015giavangtang,
                      author = {{Hồng Hạnh}},
                      title = {{Giá [vàng] tăng 5\% \& *hơn*}},
                      journal = {Hà\_Nội Mới},
                      year = {2015},
                      month = {3},
                      date = {2015-03-09},
                      url = {https://a.example/b?c=1&d=2}
                    }
                    """#)
            #expect(bare == "@article{khongcodau,\n  title = {{Không có đầu đề, chỉ có lời.}}\n}")
        }
    }

    @Test("An unknown article is refused with its id")
    func unknown() async throws {
        let home = try ServiceHome()
        try await home.index(#"{"id": "1", "body": "x"}"#)
        let error = try await refusal { try await home.service.cite(CiteParams(id: "nobody")) }
        #expect(error?.known == .invalidParams && error?.message.contains("nobody") == true)
    }
}
