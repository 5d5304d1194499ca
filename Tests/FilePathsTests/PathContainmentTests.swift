import FilePaths
import Testing

@Suite("Paths below folders")
struct PathContainmentTests {
    @Test(
        "A folder has what is below it, and not its neighbours",
        arguments: [
            ("/a", "/a", true), ("/a/b", "/a", true), ("/ab", "/a", false), ("/a", "/a/b", false), ("/a", "/", true),
        ])
    func below(path: String, folder: String, isBelow: Bool) {
        #expect(isPath(path, atOrBelow: folder) == isBelow)
    }
}
