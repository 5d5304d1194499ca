import Testing

@testable import StdioServers

@Suite("Paths as URIs")
struct FileURITests {
    @Test(
        "A path survives the conversion to a URI and back",
        arguments: [
            ("/a/b.txt", "file:///a/b.txt"),
            ("/bài báo/thành ủy.md", "file:///b%C3%A0i%20b%C3%A1o/th%C3%A0nh%20%E1%BB%A7y.md"),
            ("/100%/a#b?c:d", "file:///100%25/a%23b%3Fc%3Ad"), ("/a~b-c_d.e", "file:///a~b-c_d.e"), ("/", "file:///"),
        ])
    func roundTrip(path: String, uri: String) {
        #expect(FileURI.uri(of: path) == uri)
        #expect(FileURI.path(of: uri) == path)
    }

    @Test(
        "URIs of other programs are read too, and URIs of no local file are refused",
        arguments: [
            ("file://localhost/a", "/a"), ("file:///a%c3%a0", "/aà"), ("file:///a:b", "/a:b"),
            ("file://other/a", nil), ("https://a/b", nil), ("file:///a%2", nil), ("file:///a%zz", nil),
            ("file:///a%FF", nil), ("untitled:a", nil), ("", nil),
        ] as [(String, String?)])
    func others(uri: String, path: String?) { #expect(FileURI.path(of: uri) == path) }

    @Test(
        "Any id can be a file name",
        arguments: [("bai-1", "bai-1"), ("../a", "%2E.%2Fa"), ("a~b", "a%7Eb"), ("bài 1", "b%C3%A0i%201"), ("", "")])
    func names(id: String, name: String) {
        #expect(FileURI.name(of: id) == name)
        #expect(FileURI.resolved(name) == id)
    }
}
