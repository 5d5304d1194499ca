import FilePaths
import Foundation
import Testing

@Suite("The identity of files and folders")
struct FileIdentityTests {
    @Test("Two names are the same folder's where a link leads from one to the other, whether it exists or not")
    func same() throws {
        var template = Array("/tmp/tracuu-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/real/a", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/real")
        for name in ["", "/a", "/none"] { #expect(areSameFolder(folder + "/link" + name, folder + "/real" + name)) }
        #expect(!areSameFolder(folder + "/link/a", folder + "/real"))
        #expect(!areSameFolder(folder + "/link/none", folder + "/real/other"))
        #expect(!areSameFolder(folder + "/link/none", folder + "/real/a"))
        #expect(!areSameFolder(folder + "/\u{1ED1}", folder + "/o\u{302}\u{301}"))
        #expect(FileIdentity(folder + "/link") == FileIdentity(folder + "/real"))
        #expect(FileIdentity(folder + "/link", followsLink: false) != FileIdentity(folder + "/real"))
    }
}
