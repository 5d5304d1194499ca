import Foundation
import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

@Suite("Match guard")
struct MatchGuardTests {
    /// A database of 6,000 documents with the same 30 terms.
    private let folder: TemporaryFolder
    private let database: Database

    /// A search that takes a good while: 600 postings for each document.
    private let slow = Enquire(
        .or((0..<600).map { .scaled(.term("t\($0 % 30)"), 1 + Double($0)) }), checkAtLeast: .max)

    init() throws {
        folder = try TemporaryFolder()
        let document = Document((0..<30).map { "t\($0)" }.joined(separator: " "))
        try makeDatabase(folder.path(of: "db"), Array(repeating: document, count: 6_000))
        database = try Database(path: folder.path(of: "db"))
    }

    private func expectUsable() throws {
        let matches = try Enquire(.term("t1"), limit: 3).matches(in: database, stopping: MatchGuard())
        #expect(matches.items.count == 3)
    }

    @Test("A deadline stops a running search, and leaves the database usable")
    func deadline() throws {
        let stop = MatchGuard(limit: .milliseconds(3))
        #expect(kind { _ = try slow.matches(in: database, stopping: stop) } == .deadline)
        #expect(kind { try stop.check() } == .deadline)
        try expectUsable()
    }

    @Test("Cancelling from another thread stops a running search, and the database stays usable")
    func cancel() throws {
        let stop = MatchGuard()
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 0.02)
            stop.cancel()
        }
        var found: XapianError.Kind?
        while found == nil { found = kind { _ = try slow.matches(in: database, stopping: stop) } }
        #expect(found == .cancelled)
        try expectUsable()
    }

    @Test("A cancelled or expired guard lets no search begin")
    func before() throws {
        let cancelled = MatchGuard()
        cancelled.cancel()
        cancelled.cancel()
        #expect(kind { _ = try Enquire(.matchNothing).matches(in: database, stopping: cancelled) } == .cancelled)
        for past in [Duration.zero, .seconds(-5), .seconds(Int64.min)] {
            let late = MatchGuard(limit: past)
            #expect(kind { _ = try Enquire(.term("t1")).matches(in: database, stopping: late) } == .deadline)
        }
        let late = MatchGuard(deadline: ContinuousClock.now - .seconds(1))
        #expect(kind { try late.check() } == .deadline)
    }

    @Test("A deadline far away never comes", arguments: [Duration.seconds(3_600), .seconds(Int64.max)])
    func far(limit: Duration) throws {
        let stop = MatchGuard(limit: limit)
        try stop.check()
        let search = Enquire(.or([.term("t1"), .term("t2")]), checkAtLeast: .max)
        let matches = try search.matches(in: database, stopping: stop)
        #expect(matches == (try search.matches(in: database)))
        #expect(matches.lowerBound == 6_000)
    }

    @Test("A guard is used by several threads at once")
    func shared() async throws {
        let stop = MatchGuard()
        let (path, slow) = (folder.path(of: "db"), slow)
        await withTaskGroup(of: XapianError.Kind?.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    kind {
                        let database = try Database(path: path)
                        while true { _ = try slow.matches(in: database, stopping: stop) }
                    }
                }
            }
            stop.cancel()
            for await found in group { #expect(found == .cancelled) }
        }
    }

    /// Searches that go through all postings again and again, and meet no document.
    ///
    /// Made each time: LeakSanitizer does not see what the boxes of a stored query hold.
    static var fruitlessQueries: [Query] {
        [
            .and([.term("odd"), .term("even")]),
            .andNot(.term("all"), .or([.term("odd"), .term("even")])),
            .filter(.term("odd"), by: .scaled(.or([.term("even"), .term("none")]), 0)),
        ]
    }

    @Test("A search that matches no document can be stopped too", arguments: MatchGuardTests.fruitlessQueries)
    func fruitless(query: Query) throws {
        let folder = try TemporaryFolder()
        try makeDatabase(
            folder.path(of: "db"), (0..<6_000).map { Document($0 % 2 == 0 ? "all even" : "all odd") })
        let database = try Database(path: folder.path(of: "db"))
        let often = Enquire(.or((0..<600).map { .scaled(query, 1 + Double($0)) }), checkAtLeast: .max)
        let stop = MatchGuard(limit: .milliseconds(3))
        #expect(kind { _ = try often.matches(in: database, stopping: stop) } == .deadline)
        let once = try Enquire(query).matches(in: database, stopping: MatchGuard())
        #expect(once.items.isEmpty && once.isExact)
    }

    @Test("A guard tells its deadline")
    func tellsDeadline() throws {
        #expect(MatchGuard().deadline == nil)
        #expect(MatchGuard(limit: .seconds(Int64.max)).deadline == nil)
        let before = ContinuousClock.now
        let deadline = try #require(MatchGuard(limit: .seconds(60)).deadline)
        #expect(deadline >= before.advanced(by: .seconds(60)))
    }

    @Test("Reading terms stops with the guard")
    func terms() throws {
        let folder = try TemporaryFolder()
        try makeDatabase(folder.path(of: "db"), [Document((0..<200).map { "t\($0)" }.joined(separator: " "))])
        let database = try Database(path: folder.path(of: "db"))
        let stop = MatchGuard()
        #expect(try database.terms(withPrefix: [], stopping: stop).count == 200)
        #expect(try database.terms(of: 1, stopping: stop).count == 200)
        stop.cancel()
        #expect(kind { _ = try database.terms(withPrefix: [], stopping: stop) } == .cancelled)
        #expect(kind { _ = try database.terms(of: 1, stopping: stop) } == .cancelled)
        #expect(kind { _ = try Enquire(.anyTerm(beginning: [])).matches(in: database, stopping: stop) } == .cancelled)
    }
}
