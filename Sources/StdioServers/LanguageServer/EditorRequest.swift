import JSON

/// A request of an editor that the daemon is asked for, in one step or several.
protocol EditorRequest: AnyObject {
    /// Stops it; it is answered all the same, as cancelled or with what was found already.
    func cancel()
}

/// The result of an editor's request.
typealias EditorAnswer = Result<any JSONWritable, AskFailure>
