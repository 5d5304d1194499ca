import Foundation

/// One generation of an index: a folder that holds every article, and is replaced whole.
///
///     generation-000002/live/    a Xapian database: what is written
///     generation-000002/sealed/  a Xapian database without term lists, which nobody writes any more; not always there
///     generation-000002.new/     one that is still being made; nothing points to it
///     generation-000002.old/     one that is being deleted
///
/// This type alone knows the names. Which of the sealed articles were replaced or removed since stands in the metadata of `live/`
/// (see `Tombstones`), so that it changes with that database's commits and at no other time; both are read as one.
package struct Generation: Hashable, Sendable {
    /// What becomes of the folder.
    package enum Stage: String, CaseIterable {
        /// It is complete and durable: the pointer may name it.
        case finished = ""
        /// It is being filled.
        case unfinished = ".new"
        /// It is being deleted.
        case discarded = ".old"
    }

    /// Its number, which rises with each generation of an index.
    package let number: Int
    /// Its folder.
    package let path: String
    package let stage: Stage

    /// A generation of the index in a folder, whether it is there or not.
    package init(_ number: Int, in index: String, stage: Stage = .finished) {
        self.number = number
        self.stage = stage
        let digits = String(number)
        let name = "generation-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        path = index + "/" + name + stage.rawValue
    }

    /// The generation that a name in an index's folder stands for, or nil where it stands for none.
    package init?(name: String, in index: String) {
        guard name.hasPrefix("generation-") else { return nil }
        let rest = name.dropFirst("generation-".count)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), let stage = Stage(rawValue: String(rest.dropFirst(digits.count))) else {
            return nil
        }
        self.init(number, in: index, stage: stage)
        guard path == index + "/" + name else { return nil }
    }

    /// The generation in a folder, whose name need not say its number.
    package init(path: String) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let named = Generation(name: name, in: String(path.dropLast(name.utf8.count + 1)))
        (number, stage) = (named?.number ?? 0, named?.stage ?? .finished)
        self.path = path
    }

    /// The folder of the database that is written.
    package var livePath: String { path + "/live" }

    /// Whether the generation and its database are there.
    var isPresent: Bool { access(livePath, F_OK) == 0 }

    /// Whether the database lies in the generation's folder itself, as versions before this layout had it.
    var isOfEarlierLayout: Bool { access(path + "/iamglass", F_OK) == 0 }

    /// How many bytes it takes up.
    package func bytes() -> Int {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        return names.reduce(0) { total, name in
            var status = stat()
            guard lstat(path + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return total }
            return total + Int(status.st_size)
        }
    }
}
