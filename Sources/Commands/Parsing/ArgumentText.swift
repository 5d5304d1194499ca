extension CommandLine {
    /// The words after the program's name.
    ///
    /// - Throws: `UsageError` for one that is not UTF-8; Swift would replace what is not, and name another file.
    static func words() throws -> [String] {
        var words: [String] = []
        for place in 1..<max(1, Int(argc)) {
            guard let bytes = unsafeArgv[place] else { break }
            guard let word = String(validatingCString: bytes) else {
                throw UsageError(
                    description: "\(String(cString: bytes)): is not UTF-8; rename the file or folder if it is the name "
                        + "of one, or type the word again")
            }
            words.append(word)
        }
        return words
    }
}
