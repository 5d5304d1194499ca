import Foundation
import Fuzzing
import Xapian

@testable import XapianGlass

/// Reads bytes as a run of postings, with a hash that fits, so that only the reader of the run can notice damage.
final class ScratchRunProperties: Sendable {
    private let file: ScratchFile

    init?() {
        let path = FileManager.default.temporaryDirectory.appending(path: "fuzz-storage-\(getpid())").path
        guard let file = try? ScratchFile(path: path) else { return nil }
        // The file stays open, and is gone with the process.
        unlink(path)
        self.file = file
    }

    /// Checks that the terms of the run lie within it, or that it is refused.
    func check(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !bytes.isEmpty else { return }
        do throws(XapianError) {
            let piece = try file.write(UnsafeRawBufferPointer(bytes), at: 0)
            let run = PostingRun(
                file: file, firstDocument: 0, marks: [PostingRun.Mark(term: [], piece: piece)])
            let reader = PostingRunReader(run, from: [])
            var terms = 0
            while try reader.advance() {
                terms += 1
                expect(terms <= bytes.count, "each term takes up at least a byte")
                expect(reader.termLength <= GlassTable.longestKey, "a term is no longer than a key")
                expect(reader.postingCount <= reader.postings.count, "a posting takes up at least a byte")
                expect(!reader.precedes(reader), "no term comes before itself")
            }
        } catch {
            expect(error.kind == .database, "damage is an error of its kind: \(error)")
        }
    }
}
