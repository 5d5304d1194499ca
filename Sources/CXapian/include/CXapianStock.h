/// Xapian's own TermGenerator and QueryParser behind the C interface, as a baseline for this project's replacements.
///
/// The rules of `CXapian.h` apply, which includes this file.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/// Adds a document with the terms, and their positions, that a TermGenerator without a stemmer creates from some texts,
/// and with a boolean term unless that is empty. No phrase matches across two texts. Returns the document's number.
uint32_t cx_stock_add(cx_error *_Nonnull error, cx_database *_Nonnull database, const cx_bytes *_Nonnull texts,
    size_t count, cx_bytes data, cx_bytes boolean_term) CX_NOEXCEPT;

/// The options for parsing a query with a QueryParser without a stemmer, and for the search.
typedef struct {
    /// Whether words are combined with AND; the default is OR.
    bool every_word;
    /// Whether the last word may be incomplete.
    bool partial;
    uint32_t limit;
    uint32_t check_at_least;
    /// A term that every document must have; empty for none.
    cx_bytes boolean_term;
} cx_stock_settings;

/// Returns the best documents, under Xapian's default weighting, for a query that a QueryParser parses with default
/// settings otherwise. The result is that of `cx_search_run`; `CX_INVALID_ARGUMENT` means bad syntax.
cx_block cx_stock_search(cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes query,
    const cx_stock_settings *_Nonnull settings) CX_NOEXCEPT;

#ifdef __cplusplus
}
#endif
