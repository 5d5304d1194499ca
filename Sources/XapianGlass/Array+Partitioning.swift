extension Array {
    /// Returns the first index from which a predicate holds for all further elements, or the count if there is none.
    ///
    /// - Parameter holds: the predicate; once it holds for an element, it holds for all after it.
    /// - Returns: the index.
    package func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
