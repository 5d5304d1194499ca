package import Dispatch
package import Foundation
import Synchronization

/// The folders that live no longer than this program, also where a signal ends it.
package enum TemporaryFolders {
    private static let folders = Mutex<Set<URL>>([])

    /// A new folder, whose name begins with the program's; it is to be removed when it is done with.
    ///
    /// - Parameter name: The program's name.
    /// - Returns: The folder.
    /// - Throws: What making a folder throws.
    package static func make(_ name: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("tracuu-\(name)-\(UUID().uuidString)")
        try folders.withLock { folders in
            // A daemon's socket has to lie in a folder that nobody else may enter.
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            folders.insert(folder)
        }
        return folder
    }

    /// Deletes a folder that `make` made.
    package static func remove(_ folder: URL) {
        folders.withLock { folders in
            guard folders.remove(folder) != nil else { return }
            try? FileManager.default.removeItem(at: folder)
        }
    }

    /// Has SIGINT and SIGTERM delete the folders before they end the program, as long as what is returned is kept.
    package static func removeOnSignals() -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                // The lock is kept to the end: whoever fails because its folder is gone waits for it in `remove`.
                folders.withLock { folders in
                    for folder in folders { replaceByFile(folder) }
                    for folder in folders { unlink(folder.path) }
                    end(by: number)
                }
            }
            source.resume()
            return source
        }
    }

    /// Ends the program as the signal would have done; dispatch's threads block it, and would swallow it.
    private static func end(by number: Int32) {
        signal(number, SIG_DFL)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, number)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(number)
    }

    /// Deletes a folder and puts an empty file in its place, so that whoever is about to write into it cannot.
    private static func replaceByFile(_ folder: URL) {
        let gone = folder.appendingPathExtension("deleted")
        // Somebody may make the folder anew between the two calls.
        for _ in 0..<100 {
            if rename(folder.path, gone.path) == 0 { try? FileManager.default.removeItem(at: gone) }
            let file = open(folder.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard file < 0 else {
                close(file)
                return
            }
        }
    }
}
