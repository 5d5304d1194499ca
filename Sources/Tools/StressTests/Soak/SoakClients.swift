import Foundation
import JSON
import Measuring
import SearchClient
import SearchProtocol
import Seeding
import Synchronization

/// The clients of a soak test, each on a separate thread.
final class SoakClients: Sendable {
    private let setting: SoakHome.Setting
    private let tally: SoakTally
    private let seed: UInt64
    private let isOver = Atomic(false)
    private let threads = DispatchGroup()

    init(_ setting: SoakHome.Setting, tally: SoakTally, seed: UInt64) {
        self.setting = setting
        self.tally = tally
        self.seed = seed
    }

    /// Starts every client.
    func begin() {
        for number in 0..<8 { start { try $0.search(number, pause: 0.1) } }
        for number in 8..<10 { start { try $0.cancel(number) } }
        for number in 10..<12 { start { try $0.sendGarbage(number) } }
        start { try $0.readNothing(12) }
        start { try $0.commit(13) }
        start { try $0.listen() }
    }

    /// Stops the clients and waits for them.
    func end() {
        isOver.store(true, ordering: .relaxed)
        threads.wait()
    }

    /// Runs a single client that searches, without any others.
    func searchAlone(seconds: Double) throws {
        start { try $0.search(0, pause: 0.01) }
        usleep(useconds_t(seconds * 1e6))
        end()
    }

    private var goesOn: Bool { !isOver.load(ordering: .relaxed) }

    private func start(_ body: @escaping @Sendable (SoakClients) throws -> Void) {
        threads.enter()
        Thread.detachNewThread { [self] in
            do { try body(self) } catch { tally.fail("a client ended: \(error)") }
            threads.leave()
        }
    }

    private func connection() throws -> Connection {
        guard let connection = try Connection.ifServed(at: setting.socket, timeout: .seconds(30)) else {
            throw ClientError.daemonNotRunning(path: setting.socket.path)
        }
        return connection
    }

    // MARK: Clients

    /// Searches as people do, every third time letter by letter.
    private func search(_ number: Int, pause: Double) throws {
        let connection = try connection()
        var numbers = SeededGenerator(seed: seed &+ UInt64(number))
        while goesOn {
            let words = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in word(&numbers) }
            var params = SearchParams(query: words.joined(separator: " "))
            if Int.random(in: 0..<3, using: &numbers) == 0 {
                params.asYouType = true
                params.query = String(params.query.dropLast())
            }
            let start = ContinuousClock.now
            do throws(ClientError) {
                let result = try connection.call(.search, params, returning: SearchResult.self, timeout: .seconds(30))
                tally.add(params.asYouType == true ? .typing : .search, start.duration(to: .now) / .milliseconds(1))
                if result.hits.count > 10 { tally.fail("\(result.hits.count) hits where ten were asked for") }
            } catch {
                tally.fail("search for \(params.query): \(error)")
                guard case .answered = error else { return }
            }
            usleep(useconds_t(Double.random(in: 0.5...1.5, using: &numbers) * pause * 1e6))
        }
    }

    /// Sends slow requests, cancels them, and expects one answer for each.
    private func cancel(_ number: Int) throws {
        let talk = try RawTalk(setting.socket)
        var numbers = SeededGenerator(seed: seed &+ UInt64(number))
        var id = 0
        while goesOn {
            id += 1
            let words = (0..<60).map { _ in word(&numbers) }.joined(separator: " OR ")
            let params = SearchParams(query: words, limit: 1_000, facets: SearchFacet.allCases)
            talk.send(OutgoingMessage.request(id: RequestID(id), method: Method.search.name, params: params))
            usleep(useconds_t(Int.random(in: 0..<20_000, using: &numbers)))
            let start = ContinuousClock.now
            talk.send(
                OutgoingMessage.notification(
                    method: Method.cancelRequest.name, params: CancelParams(id: RequestID(id))))
            guard let answer = talk.receive(seconds: 30) else {
                tally.fail("no answer to a request that was cancelled")
                return
            }
            tally.add(.cancellation, start.duration(to: .now) / .milliseconds(1))
            let code = answer["error"]?["code"]?.number
            if answer["id"]?.number != "\(id)" {
                tally.fail("request \(id) is answered as \(answer["id"]?.number ?? "none")")
            }
            if let code, code != "\(ErrorCode.cancelled.number)" {
                tally.fail("a cancelled request is answered \(code)")
            }
            usleep(80_000)
        }
    }

    /// Sends data that is not a message, or only begins like one, on one connection after another.
    private func sendGarbage(_ number: Int) throws {
        var numbers = SeededGenerator(seed: seed &+ UInt64(number))
        while goesOn {
            let talk = try RawTalk(setting.socket)
            let start = ContinuousClock.now
            for _ in 0..<Int.random(in: 1...5, using: &numbers) {
                talk.write(SoakGarbage.piece(&numbers))
                _ = talk.receive(seconds: 0.02)
            }
            tally.add(.garbage, start.duration(to: .now) / .milliseconds(1))
            usleep(20_000)
        }
    }

    /// Sends requests continuously, and never reads an answer.
    private func readNothing(_ number: Int) throws {
        var numbers = SeededGenerator(seed: seed &+ UInt64(number))
        while goesOn {
            let talk = try RawTalk(setting.socket)
            var id = 0
            // When the daemon accepts no more data, or closes the connection, a new connection does the same.
            repeat {
                id += 1
                usleep(10_000)
            } while goesOn && id < 1_000
                && talk.send(
                    OutgoingMessage.request(
                        id: RequestID(id), method: Method.search.name,
                        params: SearchParams(query: word(&numbers), limit: 100)))
        }
    }

    /// Has the daemon index an article again every 100 ms, with a commit each time.
    private func commit(_ number: Int) throws {
        let connection = try connection()
        var news = InventedNews(seed: seed &+ UInt64(number))
        var place = 0
        while goesOn {
            place += 1
            let start = ContinuousClock.now
            let article = news.article(id: setting.ids[place % setting.ids.count])
            do throws(ClientError) {
                let result = try connection.call(
                    .index, IndexParams(articles: [article]), returning: IndexResult.self, timeout: .seconds(60))
                tally.add(.commit, start.duration(to: .now) / .milliseconds(1))
                if result.added + result.updated != 1 { tally.fail("an article was not indexed") }
            } catch {
                tally.fail("index: \(error)")
                guard case .answered = error else { return }
            }
            let rest = 0.1 - start.duration(to: .now) / .seconds(1)
            if rest > 0 { usleep(useconds_t(rest * 1e6)) }
        }
    }

    /// Receives notifications of changes.
    private func listen() throws {
        let connection = try connection()
        _ = try connection.call(.subscribe, JSONValue?.none)
        while goesOn {
            do throws(ClientError) {
                _ = try connection.nextNotification(timeout: .seconds(5))
                tally.change()
            } catch {
                if goesOn { tally.fail("no change is told of: \(error)") }
                return
            }
        }
    }

    private func word(_ numbers: inout SeededGenerator) -> String {
        setting.words.randomElement(using: &numbers) ?? "a"
    }
}
