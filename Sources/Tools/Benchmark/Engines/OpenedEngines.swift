import ArgumentParser
import Measuring

/// The engines of a run with their processes, ready for queries.
struct OpenedEngines {
    private(set) var all: [any MeasuredEngine] = []
    /// A line with the version of each engine.
    private(set) var versions: [String] = []
    private var daemons: [TracuuDaemon] = []
    private var processes: [PeerProcess] = []

    /// Opens the indexes of some engines.
    ///
    /// - Parameters:
    ///   - names: The engines.
    ///   - folder: The folder of their indexes.
    ///   - scratch: A folder for sockets and logs.
    ///   - driver: How to start the engines that Python drives.
    /// - Throws: Any error that prevents one from being opened.
    init(
        _ names: [EngineName], in folder: BenchmarkFolder, scratch: String, driver: PeerEngine.Driver?
    ) async throws {
        do {
            for name in names { try await open(name, folder.index(of: name.rawValue), scratch, driver) }
        } catch {
            end()
            throw error
        }
    }

    private mutating func open(
        _ name: EngineName, _ index: String, _ scratch: String, _ driver: PeerEngine.Driver?
    ) async throws {
        switch name {
        case .tracuu:
            all.append(try await TracuuReader(index: index))
            // There are two daemons, so that neither has cached the results of the other's queries.
            for hasSnippets in [false, true] {
                let daemon = try TracuuDaemon(index: index, folder: scratch, hasSnippets: hasSnippets)
                daemons.append(daemon)
                all.append(daemon)
            }
        case .stock: all.append(try StockXapian(path: index))
        case .tantivy, .fts5:
            guard let driver else { throw ValidationError("\(name.title) needs --python; see Config/run-benchmark") }
            let process = try PeerProcess(name, driver, folder: index)
            processes.append(process)
            let opened = try process.ask(PeerRequest(.open), returning: Opened.self)
            versions.append("\(name.title) \(opened.version), \(opened.documents) articles")
            all.append(PeerEngine(name, process))
            if name == .tantivy { all.append(PeerEngine(name, process, hasSnippets: true)) }
        }
    }

    /// The largest resident sets so far of the engines that run in separate processes, as rows of a table.
    var memoryRows: [[String]] {
        var rows = [["memory while searching", "MB"]]
        let all =
            daemons.map { ($0.name, $0.process) } + processes.map { ($0.engine.title + ", in Python", $0.number) }
        for (name, process) in all {
            let bytes = PeakMemory.peak(of: process) ?? 0
            rows.append([name, String(bytes / 1_000_000)])
        }
        return rows
    }

    /// Stops the processes.
    func end() {
        for daemon in daemons { daemon.end() }
        for process in processes { process.end() }
    }

    private struct Opened: Decodable {
        let documents: Int
        let version: String
    }
}
