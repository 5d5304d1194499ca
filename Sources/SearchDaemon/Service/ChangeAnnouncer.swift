import SearchProtocol
import SearchService
import ServiceLifecycle

/// Announces changes of the index to the subscribed sessions, each revision once.
struct ChangeAnnouncer: Service {
    let watch: IndexWatch
    let service: ArticleService
    let server: Server

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var last: (generation: Int, revision: Int)?
            for await _ in watch.occasions {
                if watch.hasChanged(), let status = try? await service.status(),
                    last.map({ $0 != (status.generation, status.revision) }) ?? true
                {
                    last = (status.generation, status.revision)
                    server.announce(IndexChangedParams(revision: status.revision, articles: status.articles))
                }
                await lookAgain()
            }
        }
    }

    /// Schedules the next check of the index, for as long as there are subscribers.
    private func lookAgain() async {
        if !server.hasSubscribers {
            watch.end()
            // A session may have subscribed just now, while the watch was still running.
            guard server.hasSubscribers else { return }
            watch.begin()
        }
        try? await Task.sleep(for: IndexWatch.interval)
        watch.look()
    }
}
