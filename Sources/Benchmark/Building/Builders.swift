import Foundation
import Measuring

/// Makes the engines' indexes, each in a process of its own.
struct Builders {
    let folder: BenchmarkFolder
    let articles: Int
    /// Whether indexes are made that are kept already.
    let isAnew: Bool

    /// This project's index, made as a user makes one.
    func tracuu() throws -> (figures: BuildFigures, areKept: Bool) {
        try folder.figures(of: "tracuu", anew: isAnew) { path in
            let program = try MeasuredProgram(
                MeasuredHome.programs.appendingPathComponent("tracuu"),
                ["index", "--no-daemon", "--quiet", "--index", path, "--socket", path + ".socket", folder.corpus])
            return BuildFigures(
                articles: articles, wall: program.wall, cpu: program.cpu, peakMemory: program.peakMemory)
        }
    }

    /// The database of stock Xapian, made by this program in a process of its own.
    func stock() throws -> (figures: BuildFigures, areKept: Bool) {
        try folder.figures(of: "stock", anew: isAnew) { path in
            let program = try MeasuredProgram(
                MeasuredHome.programs.appendingPathComponent("benchmark"), ["build-stock", folder.corpus, path])
            return BuildFigures(
                articles: articles, wall: program.wall, cpu: program.cpu, peakMemory: program.peakMemory)
        }
    }

    /// The index of another engine that peers.py speaks for.
    func peer(_ kind: PeerEngine.Kind, _ driver: PeerEngine.Driver, threads: Int = 1) throws
        -> (figures: BuildFigures, areKept: Bool)
    {
        try folder.figures(of: kind.rawValue, anew: isAnew) { path in
            let process = try PeerProcess(kind, driver, folder: path)
            defer { process.end() }
            let built = try process.ask(
                PeerRequest(.build, corpus: folder.corpus, threads: threads), returning: PeerBuild.self)
            return BuildFigures(
                articles: built.documents, wall: built.wall, cpu: built.cpu, peakMemory: built.peakMemory)
        }
    }

    private struct PeerBuild: Decodable {
        let cpu: Int
        let wall: Int
        let documents: Int
        let peakMemory: Int
    }
}
