/// How a process ended.
enum ProcessEnd {
    /// It ended itself, with an exit status.
    case status(Int32)
    /// A signal ended it.
    case signal(Int32)

    /// Reads what `waitpid` reported: the lower seven bits are the signal's number, the next eight the exit status.
    init(_ reported: Int32) {
        let signal = reported & 0x7F
        self = signal != 0 ? .signal(signal) : .status((reported >> 8) & 0xFF)
    }

    /// It as a clause without a subject.
    var clause: String {
        switch self {
        case .status(let status): "ended with status \(status)"
        case .signal(let signal): "was ended by signal \(signal)"
        }
    }
}
