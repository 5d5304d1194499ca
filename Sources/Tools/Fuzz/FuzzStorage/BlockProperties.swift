import Fuzzing
import Xapian

@testable import XapianGlass

private let mostDocuments = 1_000
private let lastDocument: DocumentID = 2_000

/// Checks the properties of a block of a table, whatever it holds: `databaseCorrupt`, or items that lie within it.
func checkBlock(_ bytes: UnsafeBufferPointer<UInt8>, level: Int) {
    do throws(XapianError) {
        let block = try GlassBlock(UnsafeRawBufferPointer(bytes), level: level)
        expect(block.count * 2 <= bytes.count, "the directory lies within the block")
        for key in [[], [0], [0x41, 0x42], [0xFF]] as [[UInt8]] {
            let before = try key.withUnsafeBufferPointer { key throws(XapianError) in
                try block.countBefore(UnsafeRawBufferPointer(key))
            }
            expect(before <= max(1, block.count), "no more items are before a key than there are")
        }
        guard level == 0 else {
            for item in 0..<block.count { _ = try block.child(item) }
            return
        }
        try checkPostings(of: block, isLengths: false)
        try checkPostings(of: block, isLengths: true)
    } catch {
        expect(error.kind == .databaseCorrupt, "damage is an error of its kind: \(error)")
    }
}

private func checkPostings(of block: GlassBlock, isLengths: Bool) throws(XapianError) {
    var decoder = PostingListDecoder(
        mostDocuments: mostDocuments, lastDocument: lastDocument, isLengths: isLengths)
    for number in 0..<block.count {
        let item = try block.leafItem(number)
        try decoder.append(item, numbered: number == 0 ? nil : item.key)
    }
    let postings = try decoder.finish()
    expect(postings.count <= mostDocuments, "there are no more postings than documents")
    expect(
        zip(postings, postings.dropFirst()).allSatisfy { $0.document < $1.document }
            && postings.last?.document ?? 0 <= lastDocument,
        "documents ascend up to the last")
}
