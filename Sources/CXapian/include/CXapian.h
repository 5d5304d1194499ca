/// A C interface to Xapian.
///
/// No function of this header throws an exception: each function that can fail takes a `cx_error` first, sets its kind
/// (`CX_OK` on success) and, on failure, returns zero, a null pointer or an empty block. Strings are bytes with a
/// length, in any encoding; integers in blocks are in the machine's byte order. Only one thread at a time may use a
/// handle.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#define CX_NOEXCEPT noexcept
#else
#define CX_NOEXCEPT
#endif

// Errors

/// The kinds of error.
typedef enum {
    CX_OK,
    CX_DATABASE,
    CX_DATABASE_CLOSED,
    CX_DATABASE_CORRUPT,
    CX_DATABASE_CREATE,
    CX_DATABASE_LOCKED,
    CX_DATABASE_MODIFIED,
    CX_DATABASE_NOT_FOUND,
    CX_DATABASE_OPENING,
    CX_DATABASE_VERSION,
    CX_DISK_FULL,
    CX_DOCUMENT_NOT_FOUND,
    CX_INVALID_ARGUMENT,
    CX_INVALID_OPERATION,
    CX_UNSUPPORTED,
    CX_TOO_MANY_TERMS,
    CX_MEMORY,
    CX_CANCELLED,
    CX_DEADLINE,
    CX_OTHER
} cx_kind;

/// An error: its kind, and a zero-terminated message, which is truncated if it is too long.
typedef struct {
    cx_kind kind;
    char message[512];
} cx_error;

// Results

/// Memory that the callee allocated and the caller frees with `cx_block_free`.
typedef struct {
    void *_Nullable bytes;
    size_t size;
} cx_block;

/// Frees a block, which may be empty.
void cx_block_free(cx_block block) CX_NOEXCEPT;

/// Bytes that the caller keeps valid until the call returns.
typedef struct {
    const uint8_t *_Nullable start;
    size_t size;
} cx_bytes;

// Databases

typedef struct cx_database cx_database;

/// Opens one or several databases for reading, as one.
cx_database *_Nullable cx_database_open(cx_error *_Nonnull error, const cx_bytes *_Nonnull paths, size_t count)
    CX_NOEXCEPT;
/// Closes the files. A writable database first commits unless a transaction is open; if that fails, the error is
/// reported but the files are closed nevertheless.
void cx_database_close(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;
/// Closes the files as `cx_database_close` does, ignores errors, and frees the handle.
void cx_database_free(cx_database *_Nullable database) CX_NOEXCEPT;

/// Moves to the latest commit; false if there was none newer.
bool cx_database_reopen(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;
bool cx_database_is_locked(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;
uint32_t cx_database_document_count(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;
/// The number of documents in the first of several databases, including hidden ones.
uint32_t cx_database_first_document_count(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;
uint32_t cx_database_last_document(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;
double cx_database_average_length(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;
uint64_t cx_database_revision(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;
cx_block cx_database_uuid(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;
cx_block cx_database_metadata(cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes key) CX_NOEXCEPT;
cx_block cx_database_value_bound(
    cx_error *_Nonnull error, cx_database *_Nonnull database, uint32_t slot, bool upper) CX_NOEXCEPT;

/// Hides documents of one of the databases, counted from 0, given as a bit for each document by its own number. They
/// replace those hidden before. No search and no list includes hidden documents, they are not counted, and reading one
/// reports that it does not exist. Sums of postings, posting lists and the statistics for weights still include them.
void cx_database_hide(cx_error *_Nonnull error, cx_database *_Nonnull database, size_t shard,
    const uint64_t *_Nullable bits, size_t count) CX_NOEXCEPT;
/// The number of hidden documents.
uint32_t cx_database_hidden_count(const cx_database *_Nonnull database) CX_NOEXCEPT;
/// Their numbers, as `uint32_t`s in ascending order.
cx_block cx_database_hidden_documents(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;

typedef struct cx_guard cx_guard;

// Terms and documents of a database

/// The header of an entry in a block of entries; `length` bytes follow it, then the next entry, unaligned.
typedef struct {
    uint32_t frequency;
    uint32_t length;
} cx_entry;

/// The number of documents that contain a term. If documents are hidden, it is exact for small numbers, and 0 only if
/// no visible document contains the term.
uint32_t cx_term_frequency(cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes term) CX_NOEXCEPT;
/// The documents that contain a term (all of them for an empty term), as `uint32_t`s in ascending order.
cx_block cx_term_documents(
    cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes term, uint32_t after, size_t limit) CX_NOEXCEPT;
/// The documents that contain a term, with its frequency in each, as pairs of `uint32_t`s in ascending order.
cx_block cx_term_postings(cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes term) CX_NOEXCEPT;
/// The frequency of a term in a document according to the term's posting list; -1 if the document is not in it.
int64_t cx_posting_frequency(
    cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes term, uint32_t document) CX_NOEXCEPT;
/// Whether there are term lists; for several databases, whether the first has them.
bool cx_database_has_term_lists(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;
/// Like `cx_term_postings`, but for several databases only the documents of the first.
cx_block cx_first_term_postings(
    cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes term) CX_NOEXCEPT;
/// Every document that is not hidden, with its length, as pairs of `uint32_t`s in ascending order; for several
/// databases, optionally only the documents of the first. The guard stops the reading.
cx_block cx_document_lengths(cx_error *_Nonnull error, cx_database *_Nonnull database, bool first_only,
    const cx_guard *_Nullable guard) CX_NOEXCEPT;
/// The terms with a prefix, with their document frequencies, as entries in byte order. The guard stops the reading.
cx_block cx_terms(cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes prefix, cx_bytes after,
    size_t limit, const cx_guard *_Nullable guard) CX_NOEXCEPT;
/// The terms of a document, with the frequency of each in it, as entries in byte order. The guard stops the reading.
cx_block cx_document_terms(cx_error *_Nonnull error, cx_database *_Nonnull database, uint32_t document,
    const cx_guard *_Nullable guard) CX_NOEXCEPT;
cx_block cx_document_data(cx_error *_Nonnull error, cx_database *_Nonnull database, uint32_t document) CX_NOEXCEPT;
/// The data stored under a document's number, without looking whether there is such a document; empty if there is none.
cx_block cx_document_stored_data(cx_error *_Nonnull error, cx_database *_Nonnull database, uint32_t document)
    CX_NOEXCEPT;
/// The data of a document, and its value in a slot.
cx_block cx_document_record(cx_error *_Nonnull error, cx_database *_Nonnull database, uint32_t document, uint32_t slot,
    cx_block *_Nonnull value) CX_NOEXCEPT;
cx_block cx_document_value(
    cx_error *_Nonnull error, cx_database *_Nonnull database, uint32_t document, uint32_t slot) CX_NOEXCEPT;
/// The sum of the frequencies of a document's terms.
uint32_t cx_document_length(cx_error *_Nonnull error, cx_database *_Nonnull database, uint32_t document) CX_NOEXCEPT;

// Writing

/// How to open a database for writing.
typedef enum { CX_CREATE_OR_OPEN, CX_CREATE_OR_OVERWRITE, CX_CREATE, CX_OPEN } cx_opening;

/// Options of a writable database, combined with `|`.
typedef enum { CX_NO_SYNC = 1, CX_DANGEROUS = 2, CX_NO_TERMLIST = 4, CX_RETRY_LOCK = 8 } cx_options;

/// A document: the concatenated bytes of its terms, with separate arrays of their lengths and frequencies, and its
/// values in the same form.
typedef struct {
    cx_bytes data;
    cx_bytes terms;
    const uint32_t *_Nullable term_lengths;
    const uint32_t *_Nullable term_frequencies;
    size_t term_count;
    cx_bytes values;
    const uint32_t *_Nullable value_lengths;
    const uint32_t *_Nullable value_slots;
    size_t value_count;
} cx_document;

cx_database *_Nullable cx_writable_open(
    cx_error *_Nonnull error, cx_bytes path, cx_opening opening, uint32_t options) CX_NOEXCEPT;
uint32_t cx_writable_add(
    cx_error *_Nonnull error, cx_database *_Nonnull database, const cx_document *_Nonnull document) CX_NOEXCEPT;
void cx_writable_replace(cx_error *_Nonnull error, cx_database *_Nonnull database, uint32_t id,
    const cx_document *_Nonnull document) CX_NOEXCEPT;
uint32_t cx_writable_replace_by_term(cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes term,
    const cx_document *_Nonnull document) CX_NOEXCEPT;
void cx_writable_delete(cx_error *_Nonnull error, cx_database *_Nonnull database, uint32_t id) CX_NOEXCEPT;
void cx_writable_delete_by_term(cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes term) CX_NOEXCEPT;
void cx_writable_set_metadata(
    cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes key, cx_bytes value) CX_NOEXCEPT;
void cx_writable_commit(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;
void cx_writable_begin(cx_error *_Nonnull error, cx_database *_Nonnull database, bool flushed) CX_NOEXCEPT;
void cx_writable_commit_transaction(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;
void cx_writable_cancel_transaction(cx_error *_Nonnull error, cx_database *_Nonnull database) CX_NOEXCEPT;

// Stopping a search

/// Creates a guard that stops a search once this number of nanoseconds has passed; a negative number means never.
cx_guard *_Nullable cx_guard_new(int64_t nanoseconds) CX_NOEXCEPT;
/// Stops the searches under the guard, including later ones. Any thread may call it at any time.
void cx_guard_cancel(cx_guard *_Nonnull guard) CX_NOEXCEPT;
/// Whether a search under the guard would stop: `CX_OK`, `CX_CANCELLED` or `CX_DEADLINE`. Any thread may call it.
cx_kind cx_guard_state(const cx_guard *_Nonnull guard) CX_NOEXCEPT;
void cx_guard_free(cx_guard *_Nullable guard) CX_NOEXCEPT;

// Searching

/// The first byte of each node of an encoded query; its operands follow it.
///
/// Numbers are `uint32_t`; bytes are their count followed by that number of bytes; factors are `double`; queries are
/// nodes.
typedef enum {
    CX_QUERY_ALL,             ///< nothing
    CX_QUERY_NOTHING,         ///< nothing
    CX_QUERY_TERM,            ///< frequency in the query, bytes
    CX_QUERY_AND,             ///< count, queries
    CX_QUERY_OR,              ///< count, queries
    CX_QUERY_XOR,             ///< count, queries
    CX_QUERY_SYNONYM,         ///< count, queries
    CX_QUERY_MAXIMUM,         ///< count, queries
    CX_QUERY_ELITE,           ///< how many to choose, count, queries
    CX_QUERY_AND_NOT,         ///< two queries
    CX_QUERY_FILTER,          ///< two queries
    CX_QUERY_AND_MAYBE,       ///< two queries
    CX_QUERY_SCALED,          ///< factor, query
    CX_QUERY_VALUE_RANGE,     ///< slot, bytes, bytes
    CX_QUERY_VALUE_AT_LEAST,  ///< slot, bytes
    CX_QUERY_VALUE_AT_MOST,   ///< slot, bytes
    CX_QUERY_PREFIX,          ///< `cx_overflow`, `cx_combination`, limit, bytes
    CX_QUERY_ANY_BEGINNING    ///< bytes: documents with any term that begins so, without weight
} cx_query_node;

/// The action when more terms have a prefix than the limit allows.
typedef enum { CX_OVERFLOW_MOST_FREQUENT, CX_OVERFLOW_FIRST, CX_OVERFLOW_ERROR } cx_overflow;
/// The combination of the weights of the terms with a prefix.
typedef enum { CX_COMBINE_SYNONYM, CX_COMBINE_OR, CX_COMBINE_MAXIMUM } cx_combination;

/// The maximum nesting depth of a query's nodes.
#define CX_MAXIMUM_DEPTH 200

typedef enum {
    CX_WEIGHT_BOOLEAN,
    CX_WEIGHT_COORDINATE,
    CX_WEIGHT_BM25,
    CX_WEIGHT_BM25_PLUS,
    CX_WEIGHT_INL2,
    CX_WEIGHT_PL2
} cx_weight;

typedef enum { CX_ORDER_RELEVANCE, CX_ORDER_VALUE, CX_ORDER_DOCUMENT } cx_order;

/// The settings of one search.
typedef struct {
    uint32_t first;
    uint32_t limit;
    uint32_t check_at_least;
    cx_weight weight;
    double parameters[6];
    cx_order order;
    uint32_t order_slot;
    bool ascending;
    const uint32_t *_Nullable counted_slots;
    /// For each counted slot, the number of leading bytes that distinguish its values.
    const uint32_t *_Nullable counted_lengths;
    size_t counted_count;
} cx_search;

/// The head of the block that `cx_search_run` returns. `count` items of `cx_match` follow it; then, for each counted
/// slot, a `uint32_t` with the number of its values, followed by that number of entries.
typedef struct {
    uint32_t lower_bound;
    uint32_t estimate;
    uint32_t upper_bound;
    uint32_t count;
    double highest_possible_weight;
} cx_matches;

typedef struct {
    double weight;
    uint32_t document;
    uint32_t padding;
} cx_match;

cx_block cx_search_run(cx_error *_Nonnull error, cx_database *_Nonnull database, cx_bytes query,
    const cx_search *_Nonnull settings, const cx_guard *_Nullable guard) CX_NOEXCEPT;

// Checksums of postings, which are the same whether computed from posting lists, from term lists or from documents to
// be written. Terms are distributed by a hash over all the sums, so that a difference shows which terms to examine.

/// The index of the sum, among `count` of them, to which a term's postings are added.
size_t cx_sum_of_term(cx_bytes term, size_t count) CX_NOEXCEPT;
/// Adds the postings that a document will have; its terms must be distinct.
void cx_sum_document(uint64_t *_Nonnull sums, size_t count, uint32_t id, const cx_document *_Nonnull document)
    CX_NOEXCEPT;
/// Adds the postings of a document's term list; returns their number.
uint32_t cx_sum_term_list(cx_error *_Nonnull error, cx_database *_Nonnull database, uint32_t id,
    uint64_t *_Nonnull sums, size_t count) CX_NOEXCEPT;
/// Adds the postings of at most `limit` terms after the given one. Returns an entry for the last of them, with their
/// number, then one for each term whose stored document frequency differs from the number of its postings, with the
/// latter.
cx_block cx_sum_postings(cx_error *_Nonnull error, cx_database *_Nonnull database, uint64_t *_Nonnull sums,
    size_t count, cx_bytes after, size_t limit) CX_NOEXCEPT;

// Maintenance

/// Checks every table of a database; returns the number of problems, and the report in a block, even after an error.
size_t cx_check(cx_error *_Nonnull error, cx_bytes path, cx_block *_Nonnull report) CX_NOEXCEPT;

/// Options of `cx_compact`, combined with `|`.
typedef enum { CX_KEEP_IDS = 1, CX_MULTIPASS = 2, CX_SINGLE_FILE = 4, CX_FULLER = 8 } cx_compaction;

/// Writes the documents of one or several databases to a new compact one.
void cx_compact(cx_error *_Nonnull error, const cx_bytes *_Nonnull sources, size_t count, cx_bytes destination,
    uint32_t options) CX_NOEXCEPT;

/// The version of the Xapian library in use, such as "1.4.22".
const char *_Nonnull cx_version(void) CX_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#include "CXapianStock.h"
