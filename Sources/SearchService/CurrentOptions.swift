import Synchronization

/// A service's options, which a reload of the configuration changes while it works.
final class CurrentOptions: Sendable {
    private let options: Mutex<ServiceOptions>

    init(_ options: ServiceOptions) { self.options = Mutex(options) }

    var value: ServiceOptions { options.withLock { $0 } }

    func set(_ new: ServiceOptions) { options.withLock { $0 = new } }
}
