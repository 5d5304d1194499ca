import Foundation
import SearchDaemon
import SearchProtocol
import Synchronization

/// Answers in the ways that the tests of sessions need; the query says which.
final class TestHandler: MethodHandler {
    struct Unexpected: Error {}

    let methods: Set<Method> = [.search, .status, .index]
    private let state = Mutex((started: 0, cancelled: 0))
    private let gate = Gate()

    var started: Int { state.withLock(\.started) }
    var cancelled: Int { state.withLock(\.cancelled) }

    /// Lets the queries `wait` go on.
    func open() { gate.open() }

    func handle(_ call: MethodCall) async throws -> ResponseBody {
        state.withLock { $0.started += 1 }
        switch call.method {
        case .index:
            let params: IndexParams = try call.decode()
            if params.paths == ["-"] { return ResponseBody(try await readInput(call)) }
            for done in 1...3 { call.session.report(ProgressValue(done: done), token: params.progressToken ?? .null) }
            return ResponseBody("indexed")
        case .status: return ResponseBody(call.positionEncoding)
        default: break
        }
        let params: SearchParams = try call.decode()
        switch params.query {
        case "wait":
            await withTaskCancellationHandler {
                await gate.wait()
            } onCancel: {
                state.withLock { $0.cancelled += 1 }
                gate.open()
            }
        case "forever":
            do { try await Task.sleep(for: .seconds(3600)) } catch {
                state.withLock { $0.cancelled += 1 }
                throw error
            }
        case "bad": throw ProtocolError.badQuery("bad query", at: BadQueryData(column: 0, length: 3, expected: "good"))
        case "unexpected": throw Unexpected()
        case "large": return ResponseBody(String(repeating: "x", count: params.limit ?? 0))
        default: break
        }
        return ResponseBody(params.query)
    }
}

extension TestHandler {
    /// The text of the connection's input, read on a thread that may block.
    private func readInput(_ call: MethodCall) async throws -> String {
        let (input, number) = (call.session.input, call.number)
        try input.begin(for: number)
        defer { input.end(for: number) }
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var text: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 64)
                while let count = buffer.withUnsafeMutableBytes({ input.read(into: $0, for: number) }) {
                    if count == 0 { return continuation.resume(returning: String(decoding: text, as: UTF8.self)) }
                    text += buffer[..<count]
                }
                continuation.resume(returning: String(decoding: text, as: UTF8.self) + ", cut off")
            }
        }
    }
}

/// Holds tasks until it is opened.
final class Gate: Sendable {
    private let state = Mutex((isOpen: false, waiting: [CheckedContinuation<Void, Never>]()))

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}
