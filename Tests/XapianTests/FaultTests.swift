import Foundation
import Testing

@testable import Xapian

/// libxapian follows damaged lengths wherever they lead, which AddressSanitizer rightly ends a process for.
private let isUnderAddressSanitizer = dlsym(nil, "__asan_init") != nil

@Suite("Faults inside libxapian", .disabled(if: isUnderAddressSanitizer))
struct FaultTests {
    /// Reads a database in every way, as far as it goes.
    private func readAll(_ path: String) throws {
        let reader = try Database(path: path)
        let stop = MatchGuard(limit: .seconds(20))
        _ = try reader.documentCount
        for document in try reader.documents(with: bytes("common")) {
            _ = try reader.record(of: document, slot: 1)
            _ = try reader.terms(of: document)
        }
        for term in try reader.terms(withPrefix: []) { _ = try reader.postings(of: term.term) }
        for word in ["w7", "w30", "w299"] {
            _ = try Enquire(.or([.term("common"), .term(word)]), limit: 300).matches(in: reader, stopping: stop)
            _ = try Enquire(.and([.term("common"), .term(word)])).matches(in: reader, stopping: stop)
        }
    }

    @Test("A byte changed anywhere in a table gives an error or none, and never ends the process", arguments: 0..<6)
    func flippedBytes(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let path = folder.path(of: "db")
        try makeDatabase(
            path, (0..<300).map { Document("common w\($0) w\($0 / 2)", values: [1: "v\($0)"], data: "text \($0) text") }
        )
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<40 {
            let name = ["postlist.glass", "termlist.glass", "docdata.glass", "iamglass"][next(4)]
            let url = URL(fileURLWithPath: path + "/" + name)
            let sound = try Data(contentsOf: url)
            var damaged = sound
            damaged[next(damaged.count)] ^= UInt8(1 + next(255))
            try damaged.write(to: url)
            do { try readAll(path) } catch { #expect(error is XapianError) }
            try sound.write(to: url)
        }
        try readAll(path)
    }

    @Test("A handle that a call faulted on is of no more use, another one is")
    func abandonedHandle() throws {
        let folder = try TemporaryFolder()
        let path = folder.path(of: "db")
        try makeDatabase(path, (0..<300).map { Document("common w\($0)", data: "text \($0)") })
        let url = URL(fileURLWithPath: path + "/postlist.glass")
        let sound = try Data(contentsOf: url)
        let before = Database.faultCount
        var hasFaulted = false
        // The directory of a block begins 11 bytes behind its start: offsets far outside of the block.
        for offset in stride(from: 11, to: 200, by: 2) where !hasFaulted {
            var damaged = sound
            for block in stride(from: 0, to: damaged.count, by: 8_192) {
                damaged[block + offset] = 0xFF
                damaged[block + offset + 1] = 0xFF
            }
            try damaged.write(to: url)
            guard let database = try? Database(path: path) else { continue }
            let found = kind { for number in 0..<300 { _ = try database.documents(with: bytes("w\(number)")) } }
            guard Database.faultCount > before else { continue }
            hasFaulted = true
            #expect(found == .databaseCorrupt)
            #expect(kind { _ = try database.documentCount } == .databaseCorrupt)
        }
        try sound.write(to: url)
        try readAll(path)
    }
}
