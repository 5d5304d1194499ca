import Foundation

/// The generations of an index, and how one replaces another. Everything except reading needs the write lock.
extension IndexFolder {
    /// Returns the generation with a number, which need not exist.
    package func generation(_ number: Int) -> Generation { Generation(number, in: path) }

    /// Returns the current generation, which exists, or nil if there is no index yet.
    ///
    /// - Throws: `IndexError`; `.lost` if the generation that the pointer names is gone, `.damaged` if there is no pointer to
    ///   the generations that there are, `.earlierLayout`.
    package func presentGeneration() throws(IndexError) -> Generation? {
        guard let number = try currentGeneration() else {
            // A first generation may have become current since the pointer was read.
            guard !generations().isEmpty else { return nil }
            if try currentGeneration() != nil { return try presentGeneration() }
            throw .damaged(path: path, reason: "CURRENT is gone")
        }
        let generation = generation(number)
        if generation.isPresent { return generation }
        // Another one may have become current since the pointer was read.
        if let newest = try currentGeneration(), newest != number { return try presentGeneration() }
        // A folder that may not be looked into says nothing about what is in it.
        var status = stat()
        if stat(generation.livePath, &status) != 0, errno != ENOENT, errno != ENOTDIR {
            throw IndexError(systemError: errno, at: generation.livePath)
        }
        if generation.isOfEarlierLayout { throw .earlierLayout(path: path) }
        let gone = access(generation.path, F_OK) == 0 ? generation.livePath : generation.path
        throw .lost(path: path, reason: "\(gone) is gone, and CURRENT names that generation")
    }

    /// Returns the generation to write, or nil if there is none; deletes what an interrupted process left.
    ///
    /// - Throws: what `presentGeneration()` throws; nothing is deleted in this case.
    package func claimGeneration() throws(IndexError) -> Generation? {
        if try currentGeneration() != nil, let present = try presentGeneration() {
            removeStrays(except: present)
            return present
        }
        guard let newest = generations().last else {
            removeStrays(except: nil)
            return nil
        }
        // The pointer is gone. A folder with a finished generation's name is whole, and the newest has all that was
        // committed.
        try setCurrentGeneration(newest)
        return try claimGeneration()
    }

    /// Makes a generation beside the current one, switches to it and deletes the others.
    ///
    /// After an error, or a crash at any moment, the current generation is the old one or the new one, whole.
    ///
    /// - Parameter fill: creates the databases in the new generation's folder, and closes them.
    /// - Returns: the new generation, and what `fill` returns.
    /// - Throws: `IndexError`: what `fill` throws, or why the switch failed.
    package func replaceGeneration<Result>(
        _ fill: (Generation) throws(IndexError) -> Result
    ) throws(IndexError) -> (generation: Generation, result: Result) {
        // If the pointer is damaged, the folders' names show which numbers were used.
        let number = max((try? currentGeneration()) ?? 0, generations().last ?? 0) + 1
        let unfinished = Generation(number, in: path, stage: .unfinished)
        let generation = generation(number)
        remove(unfinished)
        do throws(IndexError) {
            try checkForRoom()
            guard mkdir(unfinished.path, 0o700) == 0 else { throw IndexError(systemError: errno, at: unfinished.path) }
            let result = try fill(unfinished)
            share(unfinished)
            try makeDurable(unfinished.path)
            guard rename(unfinished.path, generation.path) == 0 else {
                throw IndexError(systemError: errno, at: generation.path)
            }
            try makeDurable(entriesOf: path)
            try setCurrentGeneration(number)
            forgetFaults()
            removeStrays(except: generation)
            return (generation, result)
        } catch {
            remove(unfinished)
            remove(generation)
            throw error
        }
    }

    /// Gives a generation the permissions of the index's folder.
    private func share(_ generation: Generation) {
        let permissions = permissions
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: generation.path)) ?? []
        for path in [generation.path] + names.map({ generation.path + "/" + $0 }) {
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: chmod(path, permissions.folders)
            case S_IFREG: chmod(path, permissions.files)
            default: break
            }
        }
    }

    /// Throws an error if the disk has no space even for an empty generation.
    ///
    /// Xapian 1.4.22 may close a descriptor that is not its own if a database cannot be created for lack of disk space.
    private func checkForRoom() throws(IndexError) {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw IndexError(systemError: errno, at: path) }
        guard Int(status.f_bavail) * Int(status.f_frsize) >= 256 << 10 else { throw .diskFull(path: path) }
    }

    /// Returns the numbers of the finished generations in the folder, in ascending order.
    package func generations() -> [Int] {
        folders().filter { $0.stage == .finished }.map(\.number).sorted()
    }

    /// Deletes every generation except one, finished or not, and a new pointer that never replaced the old one.
    private func removeStrays(except kept: Generation?) {
        for generation in folders() where generation != kept { remove(generation) }
        unlink(newPointerPath)
        try? FileManager.default.removeItem(atPath: salvagePath)
    }

    private func folders() -> [Generation] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.compactMap { Generation(name: $0, in: path) }
    }

    /// Deletes a generation that nothing points to; a partly deleted one never looks like a finished one.
    private func remove(_ generation: Generation) {
        var doomed = generation.path
        if generation.stage == .finished {
            let discarded = Generation(generation.number, in: path, stage: .discarded)
            if rename(doomed, discarded.path) == 0 { doomed = discarded.path }
        }
        try? FileManager.default.removeItem(atPath: doomed)
    }
}
