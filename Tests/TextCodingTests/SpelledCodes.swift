@testable import TextCoding

extension WordCoding {
    /// The bytes that codes spell, or nil if they are damaged or have another length.
    static func spelled(_ coded: [UInt8], length: Int) -> [UInt8]? {
        var isSound = false
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            isSound = coded.withUnsafeBufferPointer {
                decode($0, into: UnsafeMutableBufferPointer(rebasing: buffer[..<length]))
            }
            count = isSound ? length : 0
        }
        return isSound ? bytes : nil
    }
}
