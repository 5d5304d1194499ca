import Foundation

/// One generation of an index: a folder that contains every article, and is replaced as a whole.
///
///     generation-000002/live/    the Xapian database that is written
///     generation-000002/sealed/  a Xapian database without term lists that is no longer written; optional
///     generation-000002.new/     a generation that is still being made; nothing points to it
///     generation-000002.old/     a generation that is being deleted
///
/// Only this type knows the names. The metadata of `live/` record which of the sealed articles were replaced or removed
/// since (see `Tombstones`), so that this changes with that database's commits and at no other time; both are read as
/// one.
package struct Generation: Hashable, Sendable {
    /// The stage of the folder.
    package enum Stage: String, CaseIterable {
        /// The generation is complete and durable: the pointer may name it.
        case finished = ""
        /// The generation is being filled.
        case unfinished = ".new"
        /// The generation is being deleted.
        case discarded = ".old"
    }

    /// Its number, which rises with each generation of an index.
    package let number: Int
    /// Its folder.
    package let path: String
    package let stage: Stage

    /// Creates the description of an index's generation, which need not exist.
    package init(_ number: Int, in index: String, stage: Stage = .finished) {
        self.number = number
        self.stage = stage
        let digits = String(number)
        let name = "generation-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        path = index + "/" + name + stage.rawValue
    }

    /// Creates the generation to which a name in an index's folder refers, or nil if it is not a generation's name.
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

    /// Creates the generation in a folder, whose name need not contain its number.
    package init(path: String) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let named = Generation(name: name, in: String(path.dropLast(name.utf8.count + 1)))
        (number, stage) = (named?.number ?? 0, named?.stage ?? .finished)
        self.path = path
    }

    /// The folder of the database that is written.
    package var livePath: String { path + "/live" }

    /// Whether the generation and its database exist.
    var isPresent: Bool { access(livePath, F_OK) == 0 }

    /// Whether the database is in the generation's folder itself, as in versions before this layout.
    var isOfEarlierLayout: Bool { access(path + "/iamglass", F_OK) == 0 }

    /// Returns the size of the generation in bytes.
    package func bytes() -> Int {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        return names.reduce(0) { total, name in
            var status = stat()
            guard lstat(path + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return total }
            return total + Int(status.st_size)
        }
    }
}
