package import Dispatch
package import Foundation
import Synchronization

/// Temporary folders that are deleted when this program ends, even by a signal.
package enum TemporaryFolders {
    private static let folders = Mutex<Set<URL>>([])

    /// Creates a folder whose name begins with the program's; the caller removes it after use.
    ///
    /// - Parameter name: The program's name.
    /// - Returns: The folder.
    /// - Throws: Any error of creating a folder.
    package static func make(_ name: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("tracuu-\(name)-\(UUID().uuidString)")
        try folders.withLock { folders in
            // A daemon's socket has to be in a folder that no other user can enter.
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            folders.insert(folder)
        }
        return folder
    }

    /// Deletes a folder that `make` created.
    package static func remove(_ folder: URL) {
        folders.withLock { folders in
            guard folders.remove(folder) != nil else { return }
            try? FileManager.default.removeItem(at: folder)
        }
    }

    /// Makes SIGINT and SIGTERM delete the folders before they end the program, as long as the returned sources are
    /// retained.
    package static func removeOnSignals() -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                // The lock is held to the end: a thread that fails because its folder is gone waits for it in `remove`.
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

    /// Ends the program as the signal would have done; Dispatch's threads block the signal and would otherwise swallow
    /// it.
    private static func end(by number: Int32) {
        signal(number, SIG_DFL)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, number)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(number)
    }

    /// Deletes a folder and puts an empty file in its place, so that a thread that is about to write into it cannot.
    private static func replaceByFile(_ folder: URL) {
        let gone = folder.appendingPathExtension("deleted")
        // Another thread may create the folder again between the two calls.
        for _ in 0..<100 {
            _ = rename(folder.path, gone.path)
            // It fails where another thread deletes one of the files meanwhile.
            if access(gone.path, F_OK) == 0, (try? FileManager.default.removeItem(at: gone)) == nil { continue }
            let file = open(folder.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard file < 0 else {
                close(file)
                return
            }
        }
    }
}
