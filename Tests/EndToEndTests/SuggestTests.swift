import Foundation
import Testing

@Suite("tracuu suggest")
struct SuggestTests {
    @Test("The command prints one query on each line, with a daemon and without")
    func bothWays() throws {
        let home = try Home()
        _ = try Programs.tracuu(["index", "--quiet", sampleArchive], in: home)
        let command = ["suggest", "thanh", "uy", "ha", "n"]
        let served = try Programs.tracuu(command, in: home)
        let direct = try Programs.tracuu(command + ["--no-daemon"], in: home)
        #expect(served.status == 0)
        #expect(served.output.split(separator: "\n").contains("thành ủy hà nội"))
        #expect(served.output == direct.output)
        let json = try Programs.tracuu(command + ["--json"], in: home).json()
        #expect((json["suggestions"] as? [[String: Any]])?.first?["kind"] is String)
        let nothing = try Programs.tracuu(["suggest", "zzzzzzz"], in: home)
        #expect(nothing.status == 1)
        #expect(nothing.output.isEmpty)
    }

    @Test("A search typed in Telex finds nothing and prints the likely query to standard error")
    func didYouMean() throws {
        let home = try Home()
        _ = try Programs.tracuu(["index", "--quiet", sampleArchive], in: home)
        let outcome = try Programs.tracuu(["search", "--match", "all", "thanhf", "uyr"], in: home)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("did you mean: thành ủy\n"))
    }
}
