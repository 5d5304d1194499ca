import Seeding
import Testing
import Xapian

@testable import Postings

@Suite("Postings packed in memory")
struct PostingListTests {
    @Test("Postings are found with any step size, in order and by number", arguments: 0..<40 as Range<UInt64>)
    func steps(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let gap = [1, 3, 200, 70_000][Int(seed % 4)]
        var postings: [Posting] = []
        var document: DocumentID = 0
        for _ in 0..<Int.random(in: 0...700, using: &generator) {
            document += DocumentID.random(in: 1...DocumentID(gap), using: &generator)
            let frequency = UInt32.random(in: 1...(seed % 3 == 0 ? 100_000 : 200), using: &generator)
            postings.append(Posting(document: document, frequency: frequency))
        }
        let norms = DocumentNorms(ofDocumentsUpTo: document + 10)
        let list = PostingList(postings, documentFrequency: 5, norms: norms)
        #expect(list.count == postings.count)
        let buffer = UnsafeMutablePointer<DocumentID>.allocate(capacity: PostingList.blockLength)
        buffer.initialize(repeating: 0, count: PostingList.blockLength)
        defer { buffer.deallocate() }
        func start() -> PostingCursor { PostingCursor(list, weight: 1_000_000, buffer: buffer) }
        for _ in 0..<20 {
            var lane = start()
            var place = 0
            while true {
                #expect(lane.document == (place < postings.count ? postings[place].document : PostingList.end))
                guard place < postings.count else { break }
                let share = norms.share(of: UInt16(clamping: postings[place].frequency), in: lane.document)
                #expect(abs(Double(lane.weight(norms)) - Double(share) * 1_000_000) < 2)
                if Bool.random(using: &generator) {
                    _ = lane.seek(lane.document + 1)
                    place += 1
                } else {
                    let sought = lane.document + DocumentID.random(in: 0...DocumentID(gap * 300), using: &generator)
                    while place < postings.count, postings[place].document < sought { place += 1 }
                    let isThere = place < postings.count && postings[place].document == sought
                    #expect(lane.seek(sought) == isThere)
                }
            }
        }
        withExtendedLifetime(list) {}
    }

    @Test("The postings of two terms add up if a document has both")
    func merging() {
        let left = [(1, 2), (3, 1), (9, 4)].map { Posting(document: $0.0, frequency: $0.1) }
        let right = [(2, 1), (3, 5), (12, 1)].map { Posting(document: $0.0, frequency: $0.1) }
        let both = [(1, 2), (2, 1), (3, 6), (9, 4), (12, 1)].map { Posting(document: $0.0, frequency: $0.1) }
        #expect(PostingList.merging(left, right) == both)
        #expect(PostingList.merging(right, left) == both)
        #expect(PostingList.merging(left, []) == left)
    }
}
