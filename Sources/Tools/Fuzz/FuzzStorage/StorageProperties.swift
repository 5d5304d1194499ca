import Fuzzing

/// The kinds of bytes that are read back from an index's own files; an input's first byte chooses one.
enum StoredKind: UInt8, CaseIterable {
    case leafBlock, branchBlock, storedText, scratchRun
}

/// The properties checked of bytes of each kind.
struct StorageProperties {
    private let run = ScratchRunProperties()

    func check(_ input: UnsafeBufferPointer<UInt8>) {
        guard let first = input.first else { return }
        // A buffer of exactly this size, so that a sanitizer notices a read behind its end.
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: input.count - 1)
        defer { bytes.deallocate() }
        _ = bytes.initialize(from: input.dropFirst())
        let stored = UnsafeBufferPointer(bytes)
        switch StoredKind.allCases[Int(first) % StoredKind.allCases.count] {
        case .leafBlock: checkBlock(stored, level: 0)
        case .branchBlock: checkBlock(stored, level: 1)
        case .storedText: checkStoredText(stored)
        case .scratchRun: run?.check(stored)
        }
    }
}
