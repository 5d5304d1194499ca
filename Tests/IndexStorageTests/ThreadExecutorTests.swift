import Foundation
import Testing

@testable import IndexStorage

@Suite("Dedicated threads")
struct ThreadExecutorTests {
    @Test("A thread has its name in the system's list of threads")
    func name() throws {
        let name = "t\(UUID().uuidString.prefix(13))"
        let executor = ThreadExecutor(name: name)
        func names() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").compactMap { thread in
                try? String(contentsOfFile: "/proc/self/task/\(thread)/comm", encoding: .utf8)
            }
        }
        var attempts = 0
        while try !names().contains(name + "\n"), attempts < 10_000 {
            attempts += 1
            usleep(1_000)
        }
        #expect(try names().contains(name + "\n"))
        withExtendedLifetime(executor) {}
    }
}
