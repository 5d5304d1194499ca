import Logging
import SearchProtocol

/// Measures the requests that another handler answers, and logs slow ones without their parameters.
struct MeasuredHandler: MethodHandler {
    let handler: any MethodHandler
    let figures: DaemonFigures
    let logger: Logger
    /// The minimum time of a request that is logged as slow, or nil where none is.
    let slow: @Sendable () -> Duration?
    private let throttle = LogThrottle(interval: .seconds(1))

    init(
        _ handler: any MethodHandler, figures: DaemonFigures, logger: Logger, slow: @escaping @Sendable () -> Duration?
    ) {
        self.handler = handler
        self.figures = figures
        self.logger = logger
        self.slow = slow
    }

    var methods: Set<Method> { handler.methods }

    func handle(_ call: MethodCall) async throws -> ResponseBody {
        let start = ContinuousClock.now
        defer { measure(call, start.duration(to: .now)) }
        return try await handler.handle(call)
    }

    private func measure(_ call: MethodCall, _ time: Duration) {
        figures.note(call.method, took: time)
        guard let slow = slow(), time >= slow, call.method.isPromptRequest else { return }
        throttle.log(
            .notice, "slow request", kind: call.method.name,
            metadata: [
                "method": "\(call.method.name)", "milliseconds": "\(time.microseconds / 1_000)",
                "session": "\(call.session.number)",
            ], to: logger)
    }
}

extension Method {
    /// Whether a client waits for a prompt answer; work on the whole index takes as long as it takes.
    fileprivate var isPromptRequest: Bool {
        switch self {
        case .search, .suggest, .similar, .timeline, .article, .status, .fields, .explain: true
        default: false
        }
    }
}
