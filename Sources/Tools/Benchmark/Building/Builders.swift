import ArgumentParser
import Foundation
import IndexStorage
import Measuring

/// Builds the engines' indexes, each in a separate process.
struct Builders {
    let folder: BenchmarkFolder
    let articles: Int
    /// The engines whose indexes are rebuilt even where kept ones exist.
    let rebuilt: [EngineName]
    let driver: PeerEngine.Driver?

    /// Builds an engine's index, or uses a kept one.
    ///
    /// - Parameter engine: The engine; an engine driven by Python needs the driver.
    /// - Returns: The cost of building it, and whether that was in an earlier run.
    /// - Throws: `ValidationError` where it cannot be built.
    func build(_ engine: EngineName) throws -> (figures: BuildFigures, areKept: Bool) {
        try folder.figures(of: engine.rawValue, as: try version(of: engine), rebuilding: rebuilt.contains(engine)) {
            path in
            switch engine {
            // The index is built in the way that a user builds one.
            case .tracuu:
                try run(
                    "tracuu",
                    ["index", "--no-daemon", "--quiet", "--index", path, "--socket", path + ".socket", folder.corpus])
            case .stock: try run("benchmark", ["build-stock", folder.corpus, path])
            case .tantivy, .fts5: try ask(engine, in: path)
            }
        }
    }

    /// Returns the versions that an index depends on besides the articles.
    private func version(of engine: EngineName) throws -> String {
        switch engine {
        case .tracuu: return "schema \(SchemaVersion.current)"
        case .stock: return "stock"
        case .tantivy, .fts5:
            var hash = Fingerprint()
            if let driver { hash.add(try String(contentsOfFile: driver.program, encoding: .utf8)) }
            return "peers.py \(hash.value)"
        }
    }

    private func run(_ name: String, _ arguments: [String]) throws -> BuildFigures {
        let program = try MeasuredProgram(MeasuredHome.programs.appendingPathComponent(name), arguments)
        return BuildFigures(
            articles: articles, wall: program.wall, cpu: program.cpu, peakMemory: program.peakMemory)
    }

    private func ask(_ engine: EngineName, in path: String) throws -> BuildFigures {
        guard let driver else { throw ValidationError("\(engine.title) needs --python; see Config/run-benchmark") }
        let process = try PeerProcess(engine, driver, folder: path)
        defer { process.end() }
        let built = try process.ask(PeerRequest(.build, corpus: folder.corpus), returning: PeerBuild.self)
        return BuildFigures(
            articles: built.documents, wall: built.wall, cpu: built.cpu, peakMemory: built.peakMemory)
    }

    private struct PeerBuild: Decodable {
        let cpu: Int
        let wall: Int
        let documents: Int
        let peakMemory: Int
    }
}
