extension Array {
    /// The first place at which something holds that holds at all places behind it too; the count where it holds nowhere.
    ///
    /// - Parameter holds: whether it holds for an element.
    /// - Returns: the place.
    package func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
