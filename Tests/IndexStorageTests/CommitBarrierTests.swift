import Foundation
import Synchronization
import TemporaryFolders
import Testing
import Xapian

@testable import IndexStorage

@Suite("Delaying commits")
struct CommitBarrierTests {
    /// What happened, in order.
    private final class Events: Sendable {
        private let names = Mutex<[String]>([])

        var all: [String] { names.withLock { $0 } }

        func note(_ name: String) { names.withLock { $0.append(name) } }
    }

    /// Commits on a thread of its own, and says so.
    private func commit(_ folder: IndexFolder, _ events: Events) -> DispatchSemaphore {
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            try? CommitBarrier(folder).commit { () throws(XapianError) in events.note("committed") }
            done.signal()
        }
        return done
    }

    @Test("A commit waits for a reader that holds the barrier, and no other reader gets it meanwhile")
    func order() throws {
        let temporary = try TemporaryFolder()
        try temporary.index.create()
        let (reader, other, events) = (
            CommitBarrier(temporary.index), CommitBarrier(temporary.index), Events()
        )
        #expect(try reader.hold(stop: nil))
        let done = commit(temporary.index, events)
        // Until the writer waits, other readers may hold the barrier too.
        var isKeptOut = false
        while !isKeptOut {
            do {
                _ = try other.hold(stop: MatchGuard(limit: .milliseconds(5)))
                other.release()
            } catch { isKeptOut = error.kind == .deadline }
        }
        events.note("released")
        reader.release()
        done.wait()
        #expect(events.all == ["released", "committed"])
        #expect(try other.hold(stop: nil))
        other.release()
    }

    @Test("Several readers can hold the barrier, and a deallocated reader releases it")
    func readers() throws {
        let temporary = try TemporaryFolder()
        try temporary.index.create()
        var readers = (0..<3).map { _ in CommitBarrier(temporary.index) }
        for reader in readers { #expect(try reader.hold(stop: nil)) }
        readers.removeAll()
        let events = Events()
        commit(temporary.index, events).wait()
        #expect(events.all == ["committed"])
    }

    @Test("Without a folder no reader holds the barrier, and commits go on")
    func withoutFolder() throws {
        let temporary = try TemporaryFolder()
        let folder = IndexFolder(path: temporary.index.path + "/nowhere/at/all")
        #expect(try !CommitBarrier(folder).hold(stop: nil))
        let events = Events()
        commit(folder, events).wait()
        #expect(events.all == ["committed"])
    }

    @Test("A cancelled reader does not wait for a commit")
    func cancelled() throws {
        let temporary = try TemporaryFolder()
        try temporary.index.create()
        let isCommitting = DispatchSemaphore(value: 0)
        let mayEnd = DispatchSemaphore(value: 0)
        let done = DispatchSemaphore(value: 0)
        let folder = temporary.index
        Thread.detachNewThread {
            try? CommitBarrier(folder).commit { () throws(XapianError) in
                isCommitting.signal()
                mayEnd.wait()
            }
            done.signal()
        }
        isCommitting.wait()
        let stop = MatchGuard()
        stop.cancel()
        #expect(throws: XapianError(kind: .cancelled, message: "search cancelled")) {
            try CommitBarrier(folder).hold(stop: stop)
        }
        mayEnd.signal()
        done.wait()
    }
}
