import SearchClient
import SearchProtocol
import Settings
import StdioServers
import UnixSockets

/// Access to the daemon's index for the servers on standard input and output: many concurrent requests, and only
/// through the daemon.
enum ServedArchive {
    /// Creates a link to the daemon, which the first request starts where none is running.
    ///
    /// - Parameters:
    ///   - options: the options of the command line.
    ///   - name: the name of this client in the daemon's log.
    /// - Returns: the link, not connected yet.
    /// - Throws: `SettingsError`, `SocketPathError`, `UsageError`.
    static func link(_ options: CommonChoices, name: String) throws -> DaemonLink {
        guard !options.noDaemon else {
            throw UsageError(description: "\(name) asks the daemon for everything; leave out --no-daemon")
        }
        let settings = try options.settings()
        let path = try SocketPath(settings.socket)
        let launcher = ArchiveAccess.launcher(settings, isOnDemand: true)
        return DaemonLink(hello: InitializeParams(clientName: name)) { hello in
            let connection = try launcher.connect(to: path, hello: hello)
            if let served = connection.indexOther(than: settings.index) {
                throw DaemonError(
                    description: "the daemon at \(path.path) serves \(served), not \(settings.index); "
                        + "name its index with --index, or give this one a --socket of its own")
            }
            return connection
        }
    }

    /// The folder for files that can be recreated: `$XDG_CACHE_HOME/tracuu`, else `~/.cache/tracuu`.
    static func cacheFolder(_ environment: [String: String]) throws -> String {
        // The specification requires relative paths to be ignored.
        if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder + "/tracuu" }
        guard let home = environment["HOME"], home.hasPrefix("/") else {
            throw UsageError(description: "HOME is no absolute path of a home folder; set it, or XDG_CACHE_HOME")
        }
        return home + "/.cache/tracuu"
    }
}
