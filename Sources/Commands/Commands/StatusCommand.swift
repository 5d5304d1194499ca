import SearchProtocol

/// `tracuu status`.
struct StatusCommand: Command {
    static let name = "status"
    static let abstract = "Tell what the index holds, and how the daemon that serves it is."

    static var parameters: [Parameter<Self>] {
        [
            .flag(
                "prometheus", \.prometheus,
                "Print Prometheus' text format, for its node exporter or a script behind a web server.")
        ]
    }

    var common = CommonChoices()
    var prometheus = false

    func run() throws {
        guard !(prometheus && common.json) else {
            throw UsageError(description: "--json and --prometheus exclude each other; give one")
        }
        let access = try ArchiveAccess(common, common.settings(), starting: .privately)
        let status: StatusResult = try access.ask(.status)
        if common.json { return Terminal.writeJSON(status) }
        if prometheus { return Terminal.write(PrometheusText.text(of: status).utf8) }
        for line in StatusReport(status: status, isDaemonAsked: !common.noDaemon).lines { Terminal.writeLine(line) }
    }
}
