import Foundation
import Testing

@Suite("The main tasks on the sample archive")
struct MainJobTests {
    private func ids(_ outcome: Programs.Outcome) throws -> [String] {
        try (outcome.json()["hits"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }

    @Test("Index, start the daemon on demand, search by words with and without marks and by date")
    func searches() throws {
        let home = try Home()
        let indexed = try Programs.tracuu(["index", "--json", sampleArchive], in: home)
        #expect(indexed.status == 0)
        let counts = try indexed.json()
        #expect(counts["added"] as? Int == 39)
        #expect((counts["failed"] as? [Any])?.isEmpty == true)

        let marked = try Programs.tracuu(["search", "--json", "--match", "all", "thành", "ủy", "hà", "nội"], in: home)
        let bare = try Programs.tracuu(["search", "--json", "--match", "all", "thanh", "uy", "ha", "noi"], in: home)
        #expect(marked.status == 0)
        #expect(try ids(marked).count >= 4)
        #expect(try Set(ids(bare)).isSuperset(of: ids(marked)))
        #expect(try ids(bare).first == "shtb-2015-0311")

        let dated = try Programs.tracuu(
            ["search", "--json", "\"công nghệ thông tin\" date:2017-02..2017-03"], in: home)
        let dates = try (dated.json()["hits"] as? [[String: Any]] ?? []).compactMap { $0["date"] as? String }
        #expect(dates.count >= 3)
        #expect(dates.allSatisfy { $0.hasPrefix("2017-02") || $0.hasPrefix("2017-03") })

        let status = try Programs.tracuu(["status", "--json"], in: home).json()
        #expect(status["articles"] as? Int == 39)
        #expect(status["uptimeSeconds"] is Int)
        #expect(status["indexPath"] as? String == home.index)
    }

    @Test("The client gives the same answer with the daemon and without it")
    func sameAnswerWithoutDaemon() throws {
        let home = try Home()
        _ = try Programs.tracuu(["index", "--quiet", sampleArchive], in: home)
        let query = ["search", "--json", "công nghệ OR thành ủy"]
        let (served, direct) = (
            try Programs.tracuu(query, in: home), try Programs.tracuu(query + ["--no-daemon"], in: home)
        )
        #expect(try ids(served) == ids(direct))
        #expect(try !ids(served).isEmpty)
    }

    @Test("Indexing again changes nothing; changed, shortened and removed articles are distinguished")
    func incremental() throws {
        let home = try Home()
        let first = #"{"id": "a", "title": "Chợ nổi", "body": "Ghe thuyền"}"#
        let second = #"{"id": "b", "title": "Bến đò", "body": "Người lái đò"}"#
        let path = try home.write(first + "\n" + second + "\n", as: "in/x.jsonl")
        func index() throws -> [Int?] {
            let counts = try Programs.tracuu(["index", "--json", home.path + "/in"], in: home).json()
            return ["added", "updated", "unchanged", "removed"].map { counts[$0] as? Int }
        }
        #expect(try index() == [2, 0, 0, 0])
        #expect(try index() == [0, 0, 2, 0])
        try Data((first.replacingOccurrences(of: "Ghe", with: "Xuồng") + "\n" + second).utf8)
            .write(to: URL(fileURLWithPath: path))
        #expect(try index() == [0, 1, 1, 0])
        try Data(second.utf8).write(to: URL(fileURLWithPath: path))
        #expect(try index() == [0, 1, 0, 1])
        #expect(try Programs.tracuu(["show", "a"], in: home).status == 1)
        #expect(try Programs.tracuu(["remove", "b"], in: home).status == 0)
        #expect(try Programs.tracuu(["search", "đò"], in: home).status == 1)
    }

    @Test("The command show prints the article and the rule behind each guess")
    func show() throws {
        let home = try Home()
        _ = try Programs.tracuu(["index", "--quiet", sampleArchive], in: home)
        let hit = try #require(try ids(Programs.tracuu(["search", "--json", "giao ban tháng 11"], in: home)).first)
        let shown = try Programs.tracuu(["show", hit], in: home)
        #expect(shown.status == 0)
        #expect(shown.output.contains("found by"))
        #expect(shown.output.contains("Chỉ thị số 35-CT/TW"))
    }

    @Test("The formats give a path on each line, existing vimgrep places, and JSON lines")
    func formats() throws {
        let home = try Home()
        _ = try Programs.tracuu(["index", "--quiet", sampleArchive], in: home)
        let places = try Programs.tracuu(["search", "--format", "vimgrep", "hội nghị"], in: home).output
        for line in places.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 3)
            let text = try String(contentsOfFile: String(parts[0]), encoding: .utf8)
            let number = try #require(Int(parts[1]))
            #expect(number >= 1 && number <= text.split(separator: "\n", omittingEmptySubsequences: false).count)
        }
        #expect(places.contains("\n"))
        let lines = try Programs.tracuu(["search", "--format", "jsonl", "hội nghị"], in: home).output
        for line in lines.split(separator: "\n") {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        }
    }

    @Test("JSON Lines on standard input are indexed, and a broken line is a failure", arguments: [false, true])
    func standardInput(isServed: Bool) throws {
        let home = try Home()
        if isServed { _ = try Programs.tracuu(["daemon", "start"], in: home) }
        let input = "{\"id\": \"một\", \"body\": \"Đường sắt\"}\nnot json\n{\"id\": \"hai\", \"body\": \"đường bộ\"}\n"
        let outcome = try Programs.tracuu(["index", "--json", "-"], in: home, input: input)
        let counts = try outcome.json()
        #expect(counts["added"] as? Int == 2)
        let failed = try #require(counts["failed"] as? [[String: Any]])
        #expect(failed.count == 1)
        #expect(failed.first?["line"] as? Int == 2)
        #expect(try ids(Programs.tracuu(["search", "--json", "duong"], in: home)).count == 2)
    }

    @Test(
        "Titles and dates of the sample's text files are found in every form",
        arguments: [
            ("2008/khoi-cong-thu-vien", "2008-09-12T08:15:00"), ("2015/trien-lam-anh-pho-co", "2015-03-19"),
            ("2017/hoi-thao-cong-nghe-thong-tin", "2017-02-05T10:00:00"),
            ("2019/giao-ban-thang-muoi-mot", "2019-11-14"), ("2020/sua-chua-mat-cau", "2020-06-14T19:43:00"),
            ("2021/khu-pho-khong-rac", "2021-03-24T21:54:00"), ("2022/cho-hoa-dem", "2022-05-05T13:45:00"),
        ])
    func forms(file: String, date: String) throws {
        let home = try Home()
        let path = "\(sampleArchive)/\(file).txt"
        _ = try Programs.tracuu(["index", "--quiet", path], in: home)
        let result = try Programs.tracuu(["search", "--json", "--no-daemon", "path:\"\(path)\""], in: home).json()
        let hit = try #require((result["hits"] as? [[String: Any]])?.first)
        #expect(hit["date"] as? String == date)
        #expect((hit["title"] as? String)?.count ?? 0 > 12)
    }
}
