import CXapian

/// Calls a function of the C interface, and throws the error that it reports.
///
/// - Parameter body: Calls the function, and passes it the given error to fill in.
/// - Returns: What the function returned.
/// - Throws: The error, if the function reported one.
@inline(__always)
func callIntoXapian<Result>(_ body: (UnsafeMutablePointer<cx_error>) -> Result) throws(XapianError) -> Result {
    var error = cx_error()
    let result = body(&error)
    guard error.kind == CX_OK else { throw XapianError(error) }
    return result
}

extension XapianError {
    /// Creates an error from one that a C function filled in.
    init(_ error: cx_error) {
        let message = withUnsafeBytes(of: error.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        self.init(kind: Kind(error.kind), message: message)
    }
}

extension XapianError.Kind {
    /// The kind for a number of the C interface; `other` for an unknown one.
    init(_ kind: cx_kind) {
        switch kind {
        case CX_DATABASE: self = .database
        case CX_DATABASE_CLOSED: self = .databaseClosed
        case CX_DATABASE_CORRUPT: self = .databaseCorrupt
        case CX_DATABASE_CREATE: self = .databaseCreate
        case CX_DATABASE_LOCKED: self = .databaseLocked
        case CX_DATABASE_MODIFIED: self = .databaseModified
        case CX_DATABASE_NOT_FOUND: self = .databaseNotFound
        case CX_DATABASE_OPENING: self = .databaseOpening
        case CX_DATABASE_VERSION: self = .databaseVersion
        case CX_DISK_FULL: self = .diskFull
        case CX_DOCUMENT_NOT_FOUND: self = .documentNotFound
        case CX_INVALID_ARGUMENT: self = .invalidArgument
        case CX_INVALID_OPERATION: self = .invalidOperation
        case CX_UNSUPPORTED: self = .unsupported
        case CX_TOO_MANY_TERMS: self = .tooManyTerms
        case CX_MEMORY: self = .memory
        case CX_CANCELLED: self = .cancelled
        case CX_DEADLINE: self = .deadline
        default: self = .other
        }
    }
}
