import Foundation
import TemporaryFolders
import Testing

@testable import Articles

@Suite("Reading below the roots only")
struct ReadingRootsTests {
    private let article = "Thông xe\n\nCầu xong.\n"

    private func read(_ path: String, below roots: [String]) -> (articles: [String], failures: [String]) {
        var (articles, failures): ([String], [String]) = ([], [])
        ArticleFiles(limits: ReadingLimits(), within: ReadingRoots(roots)).read([path]) { event in
            switch event {
            case .article(let article): articles.append(article.location?.path ?? "")
            case .failure(let failure): failures.append(failure.path + " " + failure.reason)
            default: break
            }
        }
        return (articles, failures)
    }

    @Test("A file below a root is read, also through a link in the root and if the root itself is a link")
    func inside() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a/b/c.txt", article)
        let link = try folder.link("a/link.txt", to: file)
        let root = try folder.link("root", to: folder.path + "/a")
        #expect(read(file, below: [folder.path + "/a"]).articles == [file])
        #expect(read(file, below: ["/nowhere", root]).articles == [file])
        #expect(read(link, below: [folder.path + "/a"]).articles == [file])
        #expect(read(file, below: ["/"]).articles == [file])
    }

    @Test("A file outside the roots is not read, whether the request names it or a link leads to it")
    func outside() throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        let secret = try other.write("secret.txt", article)
        let good = try folder.write("good.txt", article)
        try folder.link("out.txt", to: secret)
        let reading = read(folder.path, below: [folder.path])
        #expect(reading.articles == [good])
        #expect(reading.failures.count == 1)
        #expect(
            reading.failures.first?.contains("secret.txt lies outside of the folders that the daemon may read") == true)
        for path in [secret, other.path, folder.path + "/out.txt", folder.path + "/../" + other.name + "/secret.txt"] {
            #expect(read(path, below: [folder.path]).articles == [], "\(path)")
        }
    }

    @Test("A folder whose name begins with a root's name is not part of that root")
    func neighbour() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("archive2/a.txt", article)
        try folder.write("archive/b.txt", article)
        #expect(read(file, below: [folder.path + "/archive"]).articles == [])
    }

    @Test("A folder outside the roots that a link leads to is not listed")
    func folderLink() throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        try other.write("named.txt", article)
        let link = try folder.link("l", to: other.path)
        let reading = read(link, below: [folder.path])
        #expect(reading.articles == [])
        #expect(reading.failures.count == 1)
        #expect(!reading.failures.joined().contains("named.txt"))
        #expect(ArticleFiles(within: ReadingRoots([folder.path])).files(at: link) == [])
    }

    @Test("The reader does not wait for a pipe, and does not read the kernel's files about its own process")
    func special() throws {
        let folder = try TemporaryFolder()
        let pipe = folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        #expect(read(pipe, below: ["/"]).failures.first?.contains("is no regular file") == true)
        for path in ["/proc/self/environ", "/dev/zero", "/sys/kernel/notes"] {
            #expect(!ReadingRoots(["/"]).allow(path: path), "\(path)")
            #expect(read(path, below: ["/"]).articles == [], "\(path)")
        }
    }

    @Test("A missing path is judged by its nearest existing folder, so that the error reveals nothing outside")
    func missing() throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        let roots = ReadingRoots([folder.path])
        #expect(roots.allow(path: folder.path + "/no/such/file"))
        #expect(!roots.allow(path: other.path + "/no/such/file"))
        #expect(!roots.allow(path: "/no/such/file"))
    }
}

extension TemporaryFolder {
    /// The folder's own name.
    fileprivate var name: String { URL(fileURLWithPath: path).lastPathComponent }
}
