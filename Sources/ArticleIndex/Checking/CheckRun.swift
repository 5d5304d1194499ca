import Glibc
import Xapian

/// The stages of a check, carried out in this process.
///
/// A stage reads one revision. Where two commits overtake it, it begins an article again at the newest one, or has to be run
/// again as a whole.
struct CheckRun {
    /// How many problems a stage names; a count stands for the rest.
    static let mostProblems = 100
    /// What every problem ends with.
    static let mend = "; tracuu rebuild makes the index anew from its stored articles"

    /// The folder of the generation.
    let path: String
    /// Told of everything as it is found.
    let report: (CheckEvent) -> Void

    /// Runs a stage to its end.
    func run(_ stage: CheckStage) {
        do throws(XapianError) {
            let before = try Database(path: path).revision
            switch stage {
            case .tables:
                let problems = try TableCheck(path: path).problems()
                // Commits during Xapian's check look like damage to it.
                if !problems.isEmpty, try Database(path: path).revision != before { return report(.overtaken) }
                tell(problems)
            case .articles: tell(try ArticleCheck(path: path, comparesTerms: false).problems(progress))
            case .terms: tell(try ArticleCheck(path: path, comparesTerms: true).problems(progress))
            case .postings: tell(try PostingCheck(path: path).problems(progress))
            }
            report(.finished)
        } catch {
            if error.kind == .databaseModified, isBeingWritten { return report(.overtaken) }
            report(.problem("\(path): \(error.message)\(Self.mend)"))
            report(.finished)
        }
    }

    private func tell(_ problems: [String]) {
        for problem in problems.prefix(Self.mostProblems) { report(.problem(problem)) }
        let rest = problems.count - Self.mostProblems
        if rest > 0 { report(.problem("and \(rest) more like these\(Self.mend)")) }
    }

    private func progress(_ done: Int, _ total: Int) { report(.progress(done: done, total: total)) }

    /// Whether the index moves on; a damaged block can pass for one of a later commit on an index that does not.
    private var isBeingWritten: Bool {
        guard let database = try? Database(path: path), let revision = try? database.revision else { return false }
        for _ in 0..<20 {
            usleep(25_000)
            if (try? database.reopen()) == true, let newest = try? database.revision, newest != revision { return true }
        }
        return (try? database.isLocked) ?? false
    }
}
