import Foundation
import Settings
import Testing

@Suite("The environment")
struct EnvironmentVariablesTests {
    @Test("Every variable is read as Foundation reads it")
    func all() {
        let variables = EnvironmentVariables.all()
        #expect(!variables.isEmpty)
        #expect(variables == ProcessInfo.processInfo.environment)
    }
}
