import Foundation
import Glibc
import Seeding
import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

#if canImport(Glibc)
#endif

/// A file system of a few megabytes in memory, unmounted with this object.
private final class SmallDisk {
    let folder: TemporaryFolder

    /// Mounts the file system; throws where the process may not.
    init(kibibytes: Int) throws {
        folder = try TemporaryFolder()
        guard mount("tmpfs", folder.path, "tmpfs", 0, "size=\(kibibytes)k") == 0 else {
            throw XapianError(kind: .other, message: "mount: " + String(cString: strerror(errno)))
        }
    }

    deinit { umount2(folder.path, Int32(MNT_DETACH)) }

    /// Whether this process may mount file systems: root with CAP_SYS_ADMIN may.
    static let isPossible = (try? SmallDisk(kibibytes: 64)) != nil
}

@Suite(
    "Full disk",
    .enabled(if: SmallDisk.isPossible, "a small tmpfs needs CAP_SYS_ADMIN: run as root, or `unshare -rm swift test`"))
struct FullDiskTests {
    @Test("A commit on a full disk throws, closes the handle, and leaves the previous commit")
    func commit() throws {
        let disk = try SmallDisk(kibibytes: 1_536)
        let path = disk.folder.path(of: "db")
        let writer = try WritableDatabase(path: path, opening: .create)
        var committed = 0
        var error: XapianError?
        do {
            while committed < 100_000 {
                for index in 0..<50 {
                    var document = Document("common w\(committed + index)")
                    document.data = (0..<500).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13 ^ index) }
                    try writer.add(document)
                }
                try writer.commit()
                committed += 50
            }
        } catch let thrown {
            error = thrown
        }
        #expect(error?.kind == .diskFull)
        #expect(error?.message.contains("No space left on device") == true)
        #expect(committed > 0)
        _ = kind { try writer.close() }
        #expect(kind { try writer.add(Document("late")) } == .databaseClosed)
        #expect(disk.folder.openDescriptorCount == 0)

        let reader = try Database(path: path)
        #expect(try reader.documentCount == committed)
        for document in try reader.documents(with: bytes("common")) {
            #expect(try reader.data(of: document).count == 500)
        }
        #expect(try Database.check(path: path).problemCount == 0)
        // With free space again, writing continues where it was.
        #expect(mount("tmpfs", disk.folder.path, "tmpfs", UInt(MS_REMOUNT), "size=16m") == 0)
        let again = try WritableDatabase(path: path, opening: .open)
        #expect(try again.add(Document("more")) == DocumentID(committed + 1))
        try again.close()
    }

    @Test("A write that failed closes no other descriptor, however late the database is closed")
    func descriptors() throws {
        let disk = try SmallDisk(kibibytes: 1_024)
        let path = disk.folder.path(of: "db")
        let ballast = disk.folder.path(of: "ballast")
        var failures = 0
        for blocks in 0..<24 {
            // Space for a little more each time, so that each file of a commit is the one that does not fit.
            let writer = try WritableDatabase(path: path, opening: .createOrOverwrite)
            try writer.add(Document("first"))
            try writer.commit()
            let file = open(ballast, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
            let block = [UInt8](repeating: 0, count: 4_096)
            while write(file, block, block.count) > 0 {}
            ftruncate(file, max(0, lseek(file, 0, SEEK_END) - off_t(blocks * 4_096)))
            Glibc.close(file)
            let count = blocks % 2 == 0 ? 200 : 5_000
            let failure = kind {
                for index in 0..<count { try writer.add(Document("w\(index) x\(index) y\(index)")) }
                try writer.commit()
            }
            if failure != nil { failures += 1 }
            let others = (0..<40).map { _ in open("/dev/null", O_RDONLY) }
            _ = kind { try writer.close() }
            // A process that another test starts at this moment has a copy of the lock until it runs its program.
            var attempts = 0
            while try Database(path: path).isLocked && attempts < 1_000 {
                attempts += 1
                usleep(10_000)
            }
            #expect(attempts < 1_000, "with room for \(blocks) blocks")
            for other in others {
                #expect(fcntl(other, F_GETFD) != -1, "with room for \(blocks) blocks")
                Glibc.close(other)
            }
            unlink(ballast)
        }
        #expect(failures > 4)
    }

    @Test(
        "Values that do not fit end in an error wherever the disk is full, and lose nothing that was committed"
    )
    func values() throws {
        var numbers = SeededGenerator(seed: 1)
        var failures = 0
        for point in 0..<24 {
            let disk = try SmallDisk(kibibytes: 8 << 10)
            let path = disk.folder.path(of: "db")
            func document(_ number: Int) -> Document {
                var document = Document(
                    (0..<20).map { _ in "w\(Int.random(in: 0..<5_000, using: &numbers))" }.joined(separator: " "))
                document.addTerm("Q\(number)")
                for slot in 0..<5 as Range<UInt32> {
                    document.setValue((0..<30).map { _ in UInt8.random(in: 0...255, using: &numbers) }, slot: slot)
                }
                return document
            }
            let writer = try WritableDatabase(path: path, opening: .create, options: .noSync)
            for number in 0..<1_500 { try writer.replace(uniqueTerm: bytes("Q\(number)"), with: document(number)) }
            try writer.commit()
            let ballast = open(disk.folder.path(of: "ballast"), O_WRONLY | O_CREAT, 0o600)
            var status = statvfs()
            fstatvfs(ballast, &status)
            let room = Int(status.f_bavail) * Int(status.f_frsize)
            #expect(posix_fallocate(ballast, 0, off_t(max(1, room - point * 64 << 10))) == 0)
            Glibc.close(ballast)
            var committed = try writer.revision
            let failure = kind {
                for _ in 0..<20 {
                    for _ in 0..<40 {
                        let number = Int.random(in: 0..<1_800, using: &numbers)
                        try writer.replace(uniqueTerm: bytes("Q\(number)"), with: document(number))
                    }
                    try writer.commit()
                    committed = try writer.revision
                }
            }
            if let failure {
                failures += 1
                #expect(failure == .diskFull, "point \(point)")
            }
            _ = kind { try writer.close() }
            let reader = try Database(path: path)
            #expect(try reader.revision >= committed, "point \(point)")
            #expect(try !reader.isLocked)
            #expect(try Database.check(path: path).problemCount == 0, "point \(point)")
        }
        #expect(failures > 4)
    }

    @Test("Closing with changes on a full disk throws, and releases files and lock")
    func close() throws {
        let disk = try SmallDisk(kibibytes: 512)
        let path = disk.folder.path(of: "db")
        let writer = try WritableDatabase(path: path, opening: .create)
        try writer.add(Document("first"))
        try writer.commit()
        for index in 0..<5_000 { try writer.add(Document("w\(index) x\(index) y\(index) z\(index)")) }
        #expect(kind { try writer.close() } == .diskFull)
        #expect(disk.folder.openDescriptorCount == 0)
        #expect(kind { try writer.commit() } == .databaseClosed)
        let reader = try Database(path: path)
        #expect(try !reader.isLocked)
        #expect(try reader.documentCount == 1)
    }
}
