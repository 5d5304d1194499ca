import Seeding
import TemporaryFolders
import Testing
import Xapian

@testable import IndexStorage

@Suite("Tombstones")
struct TombstonesTests {
    let temporary: TemporaryFolder
    let database: WritableDatabase

    init() throws {
        temporary = try TemporaryFolder()
        database = try WritableDatabase(path: temporary.path + "/db", opening: .create, options: .noSync)
    }

    @Test("Tombstones are read from the metadata as they were written, after any number of additions")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 5)
        var (tombstones, expected) = (Tombstones(), Set<DocumentID>())
        for _ in 0..<40 {
            for _ in 0..<Int.random(in: 0...60, using: &generator) {
                let document = DocumentID.random(in: 1...40_000, using: &generator)
                #expect(tombstones.insert(document) == expected.insert(document).inserted)
            }
            try tombstones.write(to: database)
            try database.commit()
            let read = try Tombstones(in: database, upTo: 40_000)
            #expect(read.count == expected.count)
            var documents: [DocumentID] = []
            read.documents.forEach { documents.append($0) }
            #expect(documents == expected.sorted())
            #expect((1...40_000).count { read.contains($0) } == expected.count)
        }
    }

    @Test("Writing the tombstone of one removal writes one small chunk")
    func chunk() throws {
        var tombstones = Tombstones()
        for document in stride(from: 1, to: 500_000, by: 3) { tombstones.insert(DocumentID(document)) }
        try tombstones.write(to: database)
        try database.commit()
        let keys = (0...130).map { "tracuu.tombstones.\($0)" }
        let before = try keys.map { try database.metadata($0) }
        tombstones.insert(300_000)
        try tombstones.write(to: database)
        let changed = try keys.filter { key in
            try database.metadata(key) != before[keys.firstIndex(of: key) ?? 0]
        }
        #expect(changed.count == 1)
        #expect(try database.metadata(changed[0]).count <= 528)
    }

    @Test("Tombstones can be removed, and moved by an offset")
    func changes() throws {
        var tombstones = Tombstones()
        for document in [1, 64, 5_000] as [DocumentID] { tombstones.insert(document) }
        try tombstones.write(to: database)
        tombstones.remove(5_000)
        tombstones.remove(77)
        try tombstones.write(to: database)
        let read = try Tombstones(in: database, upTo: 9_000)
        #expect(read.count == 2 && read.contains(1) && read.contains(64) && !read.contains(5_000))
        let moved = read.moved(by: 4_095)
        #expect(moved.count == 2 && moved.contains(4_096) && moved.contains(4_159))
        #expect(try Tombstones(in: try emptyDatabase(), upTo: 9_000).count == 0)
    }

    @Test("Changed tombstones are an error, and the unchanged ones can still be read")
    func damage() throws {
        var tombstones = Tombstones()
        for document in [7, 5_000, 5_001] as [DocumentID] { tombstones.insert(document) }
        try tombstones.write(to: database)
        func kind() -> XapianError.Kind? {
            do { _ = try Tombstones(in: database, upTo: 9_000) } catch { return error.kind }
            return nil
        }
        #expect(kind() == nil)
        let key = "tracuu.tombstones.1"
        let sound = try database.metadata(key)
        for place in sound.indices {
            var damaged = sound
            damaged[place] ^= 4
            try database.setMetadata(key, to: damaged)
            #expect(kind() == .databaseCorrupt, "\(place)")
        }
        #expect(try Tombstones(readableIn: database, upTo: 9_000).count == 1)
        for other in [[], [1, 2, 3]] as [[UInt8]] {
            try database.setMetadata(key, to: other)
            #expect(kind() == .databaseCorrupt)
        }
        try database.setMetadata(key, to: sound)
        for count in ["2", "4", "many", "-3"] {
            try database.setMetadata("tracuu.tombstones", to: Array(count.utf8))
            #expect(kind() == .databaseCorrupt, "\(count)")
        }
        try database.setMetadata("tracuu.tombstones", to: Array("3".utf8))
        #expect(kind() == nil)
    }

    private func emptyDatabase() throws -> WritableDatabase {
        try WritableDatabase(path: temporary.path + "/empty", opening: .create, options: .noSync)
    }
}
