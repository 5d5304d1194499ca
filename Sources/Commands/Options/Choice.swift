import ArgumentParser

/// One of a few words, as the value of an option.
protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension Choice {
    // The parser's own ways to both go through key paths and descriptions that each start would have to build anew.
    static var allValueStrings: [String] { allCases.map { $0.rawValue } }
    static var allValueDescriptions: [String: String] { [:] }
}
