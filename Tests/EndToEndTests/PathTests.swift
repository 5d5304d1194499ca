import Foundation
import Testing

@Suite("Files that move, and paths that cannot be used")
struct PathTests {
    @Test("A moved file is found at its new place only, with and without a daemon", arguments: [[], ["--no-daemon"]])
    func moved(options: [String]) throws {
        let home = try Home()
        _ = try home.write("Phiên chợ hoa đào cuối năm\n", as: "d/a.txt")
        _ = try home.write("Phiên chợ trâu vùng cao\n", as: "d/b.txt")
        _ = try home.write("Phiên chợ nổi\n", as: "d/cu/c.txt")
        let folder = home.path + "/d"
        _ = try Programs.tracuu(["index"] + options + [folder], in: home)
        if options.isEmpty { _ = try Programs.tracuu(["status"], in: home) }
        try FileManager.default.moveItem(atPath: folder + "/a.txt", toPath: folder + "/cu/a.txt")
        try FileManager.default.removeItem(atPath: folder + "/b.txt")
        let kept = try Programs.tracuu(["index", "--json", "--keep-missing"] + options + [folder], in: home).json()
        #expect(kept["removed"] as? Int == 0 && kept["added"] as? Int == 1)
        let counts = try Programs.tracuu(["index", "--json"] + options + [folder], in: home).json()
        #expect(counts["removed"] as? Int == 2)
        let found = try Programs.tracuu(["search", "--format", "paths"] + options + ["phiên chợ"], in: home)
        let lines = found.output.split(separator: "\n").map(String.init)
        #expect(lines.sorted() == [folder + "/cu/a.txt", folder + "/cu/c.txt"])
    }

    @Test(
        "The error of a path that cannot be used names the true cause",
        arguments: [
            (#"mkdir $'bai\xff'; "$tracuu" index $'bai\xff'"#, "UTF-8"),
            (#"mkdir $'bai\xff'; cd $'bai\xff'; "$tracuu" index ."#, "UTF-8"),
            (#"TRACUU_CONFIG=$'bai\xff' "$tracuu" status"#, "TRACUU_CONFIG: is not UTF-8"),
            (#"HOME=$'/bai\xff' "$tracuu" status"#, "HOME: is not UTF-8"),
            (#"mkdir x; cd x; rmdir ../x; "$tracuu" index a.txt"#, "was deleted"),
            (#"mkdir x; cd x; rmdir ../x; "$tracuu" search --index y a"#, "was deleted"),
        ])
    func cause(line: String, cause: String) throws {
        let home = try Home()
        let outcome = try Programs.shell("cd '\(home.path)'; " + line, in: home)
        #expect(outcome.status == 2 && outcome.errorLines.count == 1)
        #expect(outcome.errors.contains(cause) && !outcome.errors.contains("does not exist"), "\(outcome.errors)")
    }
}
