import Foundation

/// Ends the process where a property does not hold, so that libFuzzer keeps the input that violated it.
@inline(__always)
package func expect(_ isTrue: Bool, _ property: @autoclosure () -> String) {
    if !isTrue { fail(property()) }
}

@inline(never)
private func fail(_ property: String) -> Never {
    FileHandle.standardError.write(Data("Does not hold: \(property)\n".utf8))
    abort()
}

/// Runs work that has to finish within a second.
///
/// The second is CPU time, because other processes may be using the machine; libFuzzer watches the wall-clock time.
package func withinASecond(_ body: () -> Void) {
    let start = processorTime()
    body()
    let nanoseconds = processorTime() - start
    expect(nanoseconds < 1_000_000_000, "an input takes less than a second, not \(nanoseconds) ns")
}

private func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
