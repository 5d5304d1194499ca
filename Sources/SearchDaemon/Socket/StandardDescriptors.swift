import Glibc

/// Descriptors 0, 1 and 2 of the process.
package enum StandardDescriptors {
    /// Opens `/dev/null` in place of each that is closed.
    ///
    /// Otherwise the next file opened, such as a table of the index, would get the number, and a stray message to
    /// standard error would be written into it. Call it first in `main`.
    package static func holdOpen() {
        for descriptor in 0...2 as ClosedRange<Int32> where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest free number is assigned, and all lower ones are taken by now.
            _ = open("/dev/null", O_RDWR)
        }
    }
}
