import Foundation

/// The generations of an index, and how one takes the place of another. All but the reading needs the write lock.
extension IndexFolder {
    /// The generation with a number, whether it is there or not.
    package func generation(_ number: Int) -> Generation { Generation(number, in: path) }

    /// The current generation, which is there, or nil where there is no index yet.
    ///
    /// - Throws: `IndexError`; `.lost` where the generation that the pointer names is gone, `.earlierLayout`.
    package func presentGeneration() throws(IndexError) -> Generation? {
        guard let number = try currentGeneration() else { return nil }
        let generation = generation(number)
        if generation.isPresent { return generation }
        // Another one may have become current since the pointer was read.
        if let newest = try currentGeneration(), newest != number { return try presentGeneration() }
        if generation.isOfEarlierLayout { throw .earlierLayout(path: path) }
        let gone = access(generation.path, F_OK) == 0 ? generation.livePath : generation.path
        throw .lost(path: path, reason: "\(gone) is gone, and CURRENT names that generation")
    }

    /// The generation to be written, or nil where there is none; deletes what an interrupted process left.
    ///
    /// - Throws: what `presentGeneration()` throws; then nothing is deleted.
    package func claimGeneration() throws(IndexError) -> Generation? {
        if let present = try presentGeneration() {
            removeStrays(except: present)
            return present
        }
        guard let newest = generations().last else {
            removeStrays(except: nil)
            return nil
        }
        // The pointer is gone. What bears a finished generation's name is whole, and the newest has all that was committed.
        try setCurrentGeneration(newest)
        return try claimGeneration()
    }

    /// Makes a generation beside the current one, switches to it and deletes the others.
    ///
    /// After an error, or a crash at any instant, the current generation is the old one or the new one, whole.
    ///
    /// - Parameter fill: puts the databases into the new generation's folder, and closes them.
    /// - Returns: the new generation, and what `fill` gives.
    /// - Throws: `IndexError`: what `fill` throws, or why the switch failed.
    package func replaceGeneration<Result>(
        _ fill: (Generation) throws(IndexError) -> Result
    ) throws(IndexError) -> (generation: Generation, result: Result) {
        // Where the pointer is damaged, the names say which numbers were used.
        let number = max((try? currentGeneration()) ?? 0, generations().last ?? 0) + 1
        let unfinished = Generation(number, in: path, stage: .unfinished)
        let generation = generation(number)
        remove(unfinished)
        do throws(IndexError) {
            try checkForRoom()
            guard mkdir(unfinished.path, 0o700) == 0 else { throw IndexError(systemError: errno, at: unfinished.path) }
            let result = try fill(unfinished)
            try makeDurable(unfinished.path)
            guard rename(unfinished.path, generation.path) == 0 else {
                throw IndexError(systemError: errno, at: generation.path)
            }
            try makeDurable(entriesOf: path)
            try setCurrentGeneration(number)
            removeStrays(except: generation)
            return (generation, result)
        } catch {
            remove(unfinished)
            remove(generation)
            throw error
        }
    }

    /// Refuses to begin a generation where not even an empty one fits.
    ///
    /// Xapian 1.4.22 may close another's descriptor where a database cannot be made for want of room.
    private func checkForRoom() throws(IndexError) {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw IndexError(systemError: errno, at: path) }
        guard Int(status.f_bavail) * Int(status.f_frsize) >= 256 << 10 else { throw .diskFull(path: path) }
    }

    /// The numbers of the finished generations in the folder, in rising order.
    package func generations() -> [Int] {
        folders().filter { $0.stage == .finished }.map(\.number).sorted()
    }

    /// Deletes every generation but one, finished or not, and the pointer that was never put in its place.
    private func removeStrays(except kept: Generation?) {
        for generation in folders() where generation != kept { remove(generation) }
        unlink(newPointerPath)
    }

    private func folders() -> [Generation] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.compactMap { Generation(name: $0, in: path) }
    }

    /// Deletes a generation that nothing points to; one that is deleted in part never passes for a finished one.
    private func remove(_ generation: Generation) {
        var doomed = generation.path
        if generation.stage == .finished {
            let discarded = Generation(generation.number, in: path, stage: .discarded)
            if rename(doomed, discarded.path) == 0 { doomed = discarded.path }
        }
        try? FileManager.default.removeItem(atPath: doomed)
    }
}
