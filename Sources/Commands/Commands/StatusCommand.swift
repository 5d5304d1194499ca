import ArgumentParser

/// `tracuu status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Tell what the index holds, and how the daemon that serves it is.")

    @OptionGroup var common: CommonOptions

    @Flag(help: "Print Prometheus' text format, for its node exporter or a script behind a web server.")
    var prometheus = false

    func run() throws {
        guard !(prometheus && common.json) else {
            throw UsageError(description: "--json and --prometheus exclude each other; give one")
        }
        let access = try ArchiveAccess(common.choices, common.settings(), starting: .privately)
        let status: StatusResult = try access.ask(.status)
        if common.json { return Terminal.writeJSON(status) }
        if prometheus { return Terminal.write(PrometheusText.text(of: status).utf8) }
        for line in StatusReport(status: status).lines { Terminal.writeLine(line) }
    }
}
