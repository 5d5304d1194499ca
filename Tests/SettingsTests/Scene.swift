import Foundation
import Settings

/// A folder of one test with a home and a working folder, and a program installed elsewhere.
struct Scene {
    let folder: String
    var executable = "/usr/bin/tracuu"

    init() throws {
        // Settings keep symbolic links as they are, so the folder is named without any.
        let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "tracuu-settings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = url.path(percentEncoded: false)
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func write(_ text: String, to name: String) throws {
        let url = URL(filePath: folder).appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func resolve(
        _ options: SettingOptions = SettingOptions(), environment: [String: String] = [:]
    ) throws(SettingsError) -> Settings {
        try Settings.resolve(
            options: options, environment: ["HOME": folder + "/home"].merging(environment) { $1 },
            surroundings: ProcessEnvironment(
                executable: executable, currentFolder: folder + "/here", userID: geteuid()))
    }
}
