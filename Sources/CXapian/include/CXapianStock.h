/// Xapian's own TermGenerator and QueryParser behind the C interface, as a measure for what is built here instead.
///
/// The rules of `CXapian.h` hold, which includes this file.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/// Adds a document with the terms, and their positions, that a TermGenerator without a stemmer makes of some texts,
/// which no phrase runs across, and with a boolean term unless that is empty. Returns its number.
uint32_t cx_stock_add(cx_error *_Nonnull error, cx_database *_Nonnull database, const cx_bytes *_Nonnull texts,
    size_t count, cx_bytes data, cx_bytes boolean_term) CX_NOEXCEPT;

/// How a QueryParser without a stemmer reads a query, and what is wanted of it.
typedef struct {
    /// Whether words are joined by AND, where the default is OR.
    bool every_word;
    /// Whether the last word may be unfinished.
    bool partial;
    uint32_t limit;
    uint32_t check_at_least;
    /// A term that every document has to have; empty for none.
    cx_bytes boolean_term;
} cx_stock_settings;

/// The best documents, under Xapian's default weighting, for a query that a QueryParser reads, its other settings being
/// the default. Returns what `cx_search_run` does, and `CX_INVALID_ARGUMENT` for bad syntax.
cx_block cx_stock_search(cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes query,
    const cx_stock_settings *_Nonnull settings) CX_NOEXCEPT;

#ifdef __cplusplus
}
#endif
