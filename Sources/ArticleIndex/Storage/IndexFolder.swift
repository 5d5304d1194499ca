import Foundation

/// The folder in which an index lives: numbered generations, and one file that names the current one.
///
///     Index/CURRENT              the number of the generation that is read and written, in decimal
///     Index/generation-000001/   a Xapian database
///     Index/writer.lock          held by the process that writes; says which
///
/// The pointer is replaced by an atomic rename, so that a crash leaves either the old generation or the new one.
package struct IndexFolder: Hashable, Sendable {
    /// The folder's absolute path.
    package let path: String

    /// The index in a folder; nothing is read or made yet.
    package init(path: String) {
        self.path = URL(fileURLWithPath: path).standardizedFileURL.path
    }

    /// The file that names the current generation.
    var pointerPath: String { path + "/CURRENT" }

    /// The file that the writing process locks.
    var lockPath: String { path + "/writer.lock" }

    /// The folder of a generation.
    package func generationPath(_ number: Int) -> String {
        let digits = String(number)
        return path + "/generation-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// The number of the current generation, or nil where there is no index yet.
    ///
    /// - Throws: `IndexError` where the pointer cannot be read or does not hold a number.
    package func currentGeneration() throws(IndexError) -> Int? {
        // Read for every request, hence without a framework in between.
        let file = open(pointerPath, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .fileSystem(path: pointerPath, reason: lastSystemError())
        }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 32)
        let length = read(file, &bytes, bytes.count)
        guard length >= 0 else { throw .fileSystem(path: pointerPath, reason: lastSystemError()) }
        let content = String(decoding: bytes.prefix(length), as: UTF8.self)
        guard let number = Int(content.trimmingCharacters(in: .whitespacesAndNewlines)), number > 0 else {
            throw .damaged(path: path, reason: "CURRENT does not hold the number of a generation")
        }
        return number
    }

    /// The number of the current generation, whose folder is there, or nil where there is no index yet.
    ///
    /// - Throws: `IndexError`; `.lost` where the generation that the pointer names is gone.
    func presentGeneration() throws(IndexError) -> Int? {
        guard let number = try currentGeneration() else { return nil }
        let generation = generationPath(number)
        guard FileManager.default.fileExists(atPath: generation) else {
            // A rebuild may have switched since the pointer was read.
            if let newest = try currentGeneration(), newest != number { return try presentGeneration() }
            throw .lost(path: path, reason: "\(generation) is gone, and CURRENT names it")
        }
        return number
    }

    /// Makes the folder where it is missing; only its owner may look inside.
    func create() throws(IndexError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .fileSystem(path: path, reason: systemReason(error))
        }
    }

    /// Points the index to a generation, durably and at once.
    func setCurrentGeneration(_ number: Int) throws(IndexError) {
        let temporary = pointerPath + ".new"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .fileSystem(path: temporary, reason: lastSystemError()) }
        let content = Array("\(number)\n".utf8)
        let written = content.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        let synced = fsync(descriptor)
        let reason = lastSystemError()
        close(descriptor)
        guard written == content.count, synced == 0 else { throw .fileSystem(path: temporary, reason: reason) }
        guard rename(temporary, pointerPath) == 0 else {
            throw .fileSystem(path: pointerPath, reason: lastSystemError())
        }
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    /// The generations that lie in the folder, in rising order.
    func generations() -> [Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.compactMap { name in
            name.hasPrefix("generation-") ? Int(name.dropFirst("generation-".count)) : nil
        }.sorted()
    }

    /// Deletes a generation that nothing points to any more.
    func removeGeneration(_ number: Int) {
        try? FileManager.default.removeItem(atPath: generationPath(number))
    }

    /// How many bytes the current generation takes up on disk.
    package func bytes() -> Int {
        guard let number = try? currentGeneration() else { return 0 }
        let folder = generationPath(number)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.reduce(0) { total, name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
            return total + ((attributes?[.size] as? NSNumber)?.intValue ?? 0)
        }
    }
}

/// What the system says of the call that failed last.
func lastSystemError() -> String { String(cString: strerror(errno)) }

/// The system's own word for a file error, without the framework's wrapping.
private func systemReason(_ error: any Error) -> String {
    guard let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError else {
        return error.localizedDescription
    }
    return String(cString: strerror(cause.code.rawValue))
}
