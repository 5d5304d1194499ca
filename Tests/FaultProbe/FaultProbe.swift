import FaultNotice
import Foundation
import Xapian

/// A process for tests that can end by a fault.
///
///     fault-probe MARK read DATABASE      reads a database in every way; writes the outcome to standard output
///     fault-probe MARK signal NUMBER      sends itself a signal
///     fault-probe MARK address            reads an unmapped address, on a thread of its own
///     fault-probe MARK stack              overflows the stack of a thread
///     fault-probe MARK abort              aborts while it rebuilds
///     fault-probe MARK end                ends itself
@main
struct FaultProbe {
    static func main() {
        let words = CommandLine.arguments
        guard words.count >= 3 else { exit(64) }
        var none = rlimit()
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        FaultNotice.install(program: "fault-probe", mark: words[1])
        switch words[2] {
        case "read": read(words[3])
        case "signal": kill(getpid(), Int32(words[3]) ?? 0)
        case "address": onThread { print(UnsafePointer<Int>(bitPattern: 0x1_0000)?.pointee ?? 0) }
        case "stack": onThread { print(FaultProbe.depth(of: 1)) }
        case "abort": FaultNotice.during("rebuild") { abort() }
        case "end": FaultNotice.end("a search could not be stopped")
        default: exit(64)
        }
    }

    private static func onThread(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread {
            FaultNotice.prepareThread()
            body()
        }
        thread.start()
        while !thread.isFinished { usleep(1_000) }
    }

    /// Calls itself until the stack overflows.
    private static func depth(of number: Int) -> Int {
        number < 0 ? number : withUnsafePointer(to: number) { depth(of: $0.pointee + 1) &+ $0.pointee }
    }

    private static func read(_ path: String) {
        // An endless loop ends by SIGXCPU.
        var seconds = rlimit(rlim_cur: 10, rlim_max: 20)
        setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &seconds)
        var first: XapianError?
        /// Reads on after an error, as a daemon does.
        func attempt(_ body: () throws(XapianError) -> Void) {
            do throws(XapianError) { try body() } catch { first = first ?? error }
        }
        attempt { () throws(XapianError) in
            let reader = try Database(path: path)
            for document in 1...DocumentID(300) {
                attempt { () throws(XapianError) in _ = try reader.record(of: document, slot: 1) }
                attempt { () throws(XapianError) in _ = try reader.terms(of: document) }
            }
            for number in 0..<300 {
                let word = Query.term("w\(number)")
                attempt { () throws(XapianError) in _ = try reader.postings(of: Array("w\(number)".utf8)) }
                attempt { () throws(XapianError) in
                    _ = try Enquire(.or([.term("common"), word]), limit: 300).matches(in: reader)
                }
                attempt { () throws(XapianError) in _ = try Enquire(word).matches(in: reader) }
            }
            for term in try reader.terms(withPrefix: []) { _ = try reader.postings(of: term.term) }
        }
        print(first?.kind.rawValue ?? "read")
    }
}
