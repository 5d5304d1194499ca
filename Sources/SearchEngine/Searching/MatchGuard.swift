package import Xapian

/// Ends a search early: Xapian's own guard, under a name for code that does not import Xapian.
package typealias MatchGuard = Xapian.MatchGuard
