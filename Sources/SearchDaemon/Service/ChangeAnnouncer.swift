import SearchProtocol
import ServiceLifecycle

/// Passes changes of the index on to the sessions that subscribed.
struct ChangeAnnouncer: Service {
    let changes: AsyncStream<IndexChangedParams>
    let server: Server

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await change in changes { server.announce(change) }
        }
    }
}
