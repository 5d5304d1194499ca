import Foundation
import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

@Suite("Opening and closing")
struct OpeningTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("A missing database is an error, and is created only on request")
    func missing() throws {
        let path = folder.path(of: "none")
        #expect(kind { _ = try Database(path: path) } == .databaseNotFound)
        #expect(kind { _ = try Database(path: "") } == .databaseNotFound)
        #expect(kind { _ = try WritableDatabase(path: path, opening: .open) } == .databaseNotFound)
        #expect(!FileManager.default.fileExists(atPath: path))
        let error = #expect(throws: XapianError.self) { try Database(path: path) }
        #expect(error?.description.contains(path) == true)
        #expect(kind { _ = try WritableDatabase(path: path + "/deeper", opening: .create) } == .databaseCreate)
    }

    @Test("A database that exists is not made again, unless it is to be overwritten")
    func existing() throws {
        let path = folder.path(of: "db")
        try makeDatabase(path, [Document("a")])
        #expect(kind { _ = try WritableDatabase(path: path, opening: .create) } == .databaseCreate)
        #expect(try WritableDatabase(path: path, opening: .createOrOpen).documentCount == 1)
        #expect(try WritableDatabase(path: path, opening: .createOrOverwrite).documentCount == 0)
    }

    @Test("A second writer finds the database locked, a reader does not, and closing gives the lock up")
    func locked() throws {
        let path = folder.path(of: "db")
        let writer = try WritableDatabase(path: path)
        try writer.commit()
        #expect(kind { _ = try WritableDatabase(path: path, opening: .open) } == .databaseLocked)
        let reader = try Database(path: path)
        #expect(try reader.isLocked)
        try writer.close()
        #expect(try !reader.isLocked)
        try WritableDatabase(path: path, opening: .open).close()
    }

    @Test("A closed handle refuses to work, and closing twice is no error")
    func closed() throws {
        let path = folder.path(of: "db")
        let writer = try WritableDatabase(path: path)
        try writer.add(Document("a"))
        try writer.close()
        try writer.close()
        #expect(kind { try writer.add(Document("b")) } == .databaseClosed)
        let reader = try Database(path: path)
        #expect(try reader.documentCount == 1)
        try reader.close()
        #expect(kind { _ = try reader.documents(with: bytes("a")) } == .databaseClosed)
        #expect(kind { try reader.reopen() } == .databaseClosed)
    }

    @Test("A thousand handles, some left after an error, leave no descriptor behind")
    func descriptors() throws {
        let path = folder.path(of: "db")
        try makeDatabase(path, [Document("a", data: "d")])
        for round in 0..<1_000 {
            let reader = try Database(path: path)
            #expect(try reader.data(of: 1) == bytes("d"))
            if round % 3 == 0 { _ = kind { _ = try reader.data(of: 99) } }
            if round % 3 == 1 { try reader.close() }
            if round % 50 == 0 {
                let writer = try WritableDatabase(path: path, opening: .open, options: .noSync)
                _ = kind { _ = try WritableDatabase(path: path, opening: .open) }
                if round % 100 == 0 { try writer.beginTransaction() }
                try writer.add(Document("b"))
            }
        }
        #expect(folder.openDescriptorCount == 0)
        // Every other writer left a transaction open, which its end cancelled.
        #expect(try Database(path: path).documentCount == 11)
    }

    @Test("The library is one of 1.4 or later")
    func version() {
        #expect(xapianVersion.compare("1.4", options: .numeric) != .orderedAscending)
    }
}
