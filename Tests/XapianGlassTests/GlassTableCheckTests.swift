import Foundation
import Seeding
import TemporaryFolders
import Testing
import Xapian
import XapianSamples

@testable import XapianGlass

@Suite("The check of tables that may not be written to")
struct GlassTableCheckTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path(of: "database") }

    init() throws { folder = try TemporaryFolder() }

    /// Writes a database with several commits, so that old blocks lie between those in use.
    private func fill() throws {
        var generator = SeededGenerator(seed: 5)
        let database = try WritableDatabase(path: path, opening: .create, options: .noSync)
        for number in 0..<1_200 {
            let words = (0..<30).map { _ in "từ\(Int.random(in: 0..<4_000, using: &generator))" }
            try database.add(Document(words.joined(separator: " "), data: words.joined()))
            if number % 200 == 199 { try database.commit() }
        }
        try database.close()
    }

    @Test("Tables that Xapian wrote or compacted have no problem")
    func sound() throws {
        try fill()
        try Database.compact(from: [path], to: folder.path(of: "compacted"))
        for name in ["database", "compacted"] {
            #expect(try GlassTableCheck.problems(in: folder.path(of: name)) == [])
        }
    }

    @Test("A table that is gone is named")
    func gone() throws {
        try fill()
        try FileManager.default.removeItem(atPath: path + "/termlist.glass")
        #expect(try GlassTableCheck.problems(in: path) == [.init(table: "termlist", text: "it is gone")])
    }

    @Test("A truncated table, and one with a block in the place of another, are found")
    func harmed() throws {
        try fill()
        let table = path + "/postlist.glass"
        let whole = try contents(of: table)
        let root = try #require(GlassVersionFile(reading: path).roots[.postlist])
        var moved = whole
        let (first, second) = (Int(root.block) * 8_192, (root.block == 0 ? 1 : 0) * 8_192)
        moved.replaceSubrange(first..<first + 8_192, with: whole[second..<second + 8_192])
        for bytes in [Array(whole.prefix(8_192)), moved] {
            try Data(bytes).write(to: URL(fileURLWithPath: table))
            #expect(try GlassTableCheck.problems(in: path).map(\.table) == ["postlist"])
        }
    }

    @Test("What Xapian finds in the head of a block in use is found, too", arguments: 0..<11)
    func heads(offset: Int) throws {
        try fill()
        let table = path + "/postlist.glass"
        let whole = try contents(of: table)
        let root = try #require(GlassVersionFile(reading: path).roots[.postlist])
        var bytes = whole
        bytes[Int(root.block) * 8_192 + offset] ^= 0x41
        try Data(bytes).write(to: URL(fileURLWithPath: table))
        // The largest free run (5 and 6) only matters to a writer.
        let isFound = try GlassTableCheck.problems(in: path).map(\.table) == ["postlist"]
        #expect(isFound || [2, 3, 5, 6].contains(offset))
    }
}
