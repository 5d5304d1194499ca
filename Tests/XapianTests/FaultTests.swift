import Foundation
import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

/// libxapian follows damaged lengths wherever they lead, which AddressSanitizer rightly ends a process for.
private let isUnderAddressSanitizer = dlsym(nil, "__asan_init") != nil
/// ThreadSanitizer holds a signal back until the thread calls something, which a search that goes round for ever never does.
private let isUnderThreadSanitizer = dlsym(nil, "__tsan_init") != nil

@Suite("Faults inside libxapian", .disabled(if: isUnderAddressSanitizer || isUnderThreadSanitizer))
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

    @Test("A handle that a call faulted on is of no more use, another one is", arguments: [false, true])
    func abandonedHandle(isSecondOfTwo: Bool) throws {
        let folder = try TemporaryFolder()
        let path = folder.path(of: "db")
        try makeDatabase(path, (0..<300).map { Document("common w\($0)", data: "text \($0)") })
        try makeDatabase(folder.path(of: "first"), [Document("other")])
        let paths = isSecondOfTwo ? [folder.path(of: "first"), path] : [path]
        let url = URL(fileURLWithPath: path + "/postlist.glass")
        let sound = try Data(contentsOf: url)
        var hasFaulted = false
        var state: UInt64 = 11
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<2_000 where !hasFaulted {
            var damaged = sound
            // Most faults come of a wrong place in a block's directory, or of a wrong length of what it leads to.
            for _ in 0..<4 { damaged[next(damaged.count)] = UInt8(next(256)) }
            try damaged.write(to: url)
            guard let database = try? Database(paths: paths) else { continue }
            let found = kind {
                try database.hide([0b100], inDatabaseAt: paths.count - 1)
                // A search ends whatever it meets, others may go round for ever.
                let stop = MatchGuard(limit: .seconds(1))
                for number in stride(from: 0, to: 300, by: 7) {
                    _ = try Enquire(.term("w\(number)")).matches(in: database, stopping: stop)
                }
                _ = try Enquire(.term("common"), limit: 300).matches(in: database, stopping: stop)
            }
            guard database.hasFaulted else { continue }
            hasFaulted = true
            #expect(found == .databaseCorrupt || found == .deadline)
            #expect(kind { _ = try database.documentCount } == .databaseCorrupt)
            #expect(kind { _ = try database.revision } == .databaseCorrupt)
            #expect(kind { try database.reopen() } == .databaseCorrupt)
            #expect(kind { try database.hide([]) } == .databaseCorrupt)
        }
        #expect(hasFaulted)
        try sound.write(to: url)
        try readAll(path)
        #expect(try Database(paths: paths).documents(with: bytes("common")).count == 300)
    }
}
