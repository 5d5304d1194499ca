import Fuzzing
import SearchProtocol

/// The properties checked of the frames into which the bytes of a connection are split.
struct FrameProperties {
    private static let sizeLimit = 256

    /// The frames found when all bytes arrive at once.
    let frames: [[UInt8]]
    private let bytes: [UInt8]
    private let outcome: Outcome

    private struct Outcome: Equatable {
        var frames: [[UInt8]] = []
        var error: FrameError?
        var framing: Framing?
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        outcome = FrameProperties.decode([bytes[...]])
        frames = outcome.frames
    }

    func check() {
        for frame in frames {
            expect(frame.count <= FrameProperties.sizeLimit, "no frame is over the limit: \(frame.count) bytes")
            expect(outcome.framing != .lines || !frame.contains(0x0A), "a line holds no line feed")
        }
        if let error = outcome.error {
            expect(!error.description.isEmpty && !error.description.contains("\n"), "an error is one line: \(error)")
        }
        // The input is split into single bytes, and into pieces whose lengths depend on the bytes.
        for step in [{ _ in 1 }, { Int($0) % 29 + 1 }] as [(UInt8) -> Int] {
            var start = 0
            var pieces: [ArraySlice<UInt8>] = []
            while start < bytes.count {
                let end = min(bytes.count, start + step(bytes[start]))
                pieces.append(bytes[start..<end])
                start = end
            }
            let cut = FrameProperties.decode(pieces)
            expect(cut == outcome, "frames do not depend on how bytes arrive: \(cut) \(outcome)")
        }
        framedAgain()
    }

    /// Checks that frames in either framing are decoded unchanged.
    private func framedAgain() {
        guard let framing = outcome.framing else { return }
        let decoded = FrameProperties.decode([frames.flatMap { framing.frame($0) }[...]])
        // Without any frame, it does not matter whether the framing is known.
        expect(decoded.frames == frames && decoded.error == nil, "frames come out as they were put in: \(frames)")
    }

    private static func decode(_ pieces: [ArraySlice<UInt8>]) -> Outcome {
        var decoder = FrameDecoder(sizeLimit: sizeLimit)
        var outcome = Outcome()
        do throws(FrameError) {
            for piece in pieces {
                decoder.append(piece)
                while let frame = try decoder.next() { outcome.frames.append(frame) }
            }
        } catch {
            outcome.error = error
        }
        outcome.framing = decoder.framing
        return outcome
    }
}
