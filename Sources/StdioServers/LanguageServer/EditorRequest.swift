import JSON

/// A request of an editor that takes one or several requests to the daemon.
protocol EditorRequest: AnyObject {
    /// Cancels the request; it is still answered, as cancelled or with the results so far.
    func cancel()
}

/// The result of an editor's request.
typealias EditorAnswer = Result<any JSONWritable, AskFailure>
