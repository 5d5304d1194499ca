/// Xapian's own TermGenerator and QueryParser behind the C interface, as a measure for what is built here instead.
///
/// The rules of `CXapian.h` hold, which includes this file.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/// Adds a document with the terms, and their positions, that a TermGenerator without a stemmer makes of some texts,
/// which no phrase runs across. Returns its number.
uint32_t cx_stock_add(cx_error *_Nonnull error, cx_database *_Nonnull database, const cx_bytes *_Nonnull texts,
    size_t count, cx_bytes data) CX_NOEXCEPT;

/// The best documents, under Xapian's default weighting, for a query that a QueryParser with its default settings
/// reads: no stemmer, words joined by OR. Returns what `cx_search_run` does, and `CX_INVALID_ARGUMENT` for bad syntax.
cx_block cx_stock_search(cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes query, uint32_t limit)
    CX_NOEXCEPT;

#ifdef __cplusplus
}
#endif
