import Glibc
import Logging
import SearchProtocol
import Settings
import UnixSockets

/// The source of the daemon's clients, opened.
struct Entrance {
    /// The source that the server takes over.
    let source: Server.Source
    /// Standard input and output, where they are served.
    var stream: StandardStream?
    /// Metadata about it for the log.
    var metadata: Logger.Metadata = [:]
}

extension Daemon {
    /// Opens the source of clients.
    ///
    /// - Throws: `SocketPathError`, `SocketError`, `ActivationError`, `StreamError`.
    func entrance(_ logger: Logger) throws -> Entrance {
        guard !isPrivate else {
            // A process that this one starts must not inherit it.
            if let input { _ = fcntl(input, F_SETFD, FD_CLOEXEC) }
            let stream = try StandardStream(patience: settings.readTime)
            return Entrance(source: .stream(stream.descriptor), stream: stream)
        }
        let claim = try claimSocket(logger)
        var metadata: Logger.Metadata = ["socket": "\(claim.path.path)"]
        if claim.isSupervised { metadata["handedOver"] = "true" }
        return Entrance(source: .socket(claim), metadata: metadata)
    }

    /// Takes the socket that a supervisor hands over, or claims one of our own.
    private func claimSocket(_ logger: Logger) throws -> SocketClaim {
        guard let activated = try ActivatedSocket.take(environment) else {
            return try SocketClaim(SocketPath(settings.socket))
        }
        if activated.path.path != settings.socket {
            logger.warning(
                "the socket that was handed over is not the one of the settings, where clients look for it",
                metadata: ["handedOver": "\(activated.path.path)", "settings": "\(settings.socket)"])
        }
        return SocketClaim(activated)
    }

    /// The metadata of the log line at the start of the daemon.
    func start(_ entrance: Entrance, idleTime: Duration?) -> Logger.Metadata {
        var metadata = entrance.metadata
        metadata["index"] = "\(settings.index)"
        metadata["version"] = "\(Daemon.version)"
        metadata["process"] = "\(getpid())"
        if let file = settings.configurationFile { metadata["configuration"] = "\(file)" }
        if let idleTime { metadata["idleExitSeconds"] = "\(idleTime.components.seconds)" }
        return metadata
    }
}
