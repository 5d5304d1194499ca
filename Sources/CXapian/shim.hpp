// Declarations shared by the files of this target: the handles, the exception handler, and conversions of bytes.
#pragma once

#include <xapian.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "CXapian.h"

namespace cx {

/// Hidden documents of one database among several opened as one.
struct Hidden {
    /// The index of the database, from 0, and its identifier.
    size_t shard = 0;
    std::string uuid;
    /// A bit for each of its documents by its own number.
    std::vector<uint64_t> bits;
    Xapian::doccount count = 0;

    bool contains(uint64_t own_number) const {
        const size_t word = own_number / 64;
        return word < bits.size() && bits[word] >> own_number % 64 & 1;
    }
};

/// The changes since the last commit.
struct Pending {
    /// The number of documents that were added, replaced or deleted.
    uint64_t changes = 0;
    /// The number of them that may have existed before, and whose values are not merged yet.
    uint64_t replaced = 0;
    /// The size of new values that are not merged yet, in bytes, with an overhead for each.
    uint64_t value_bytes = 0;
    /// The maximum number of values in a document.
    uint64_t slots = 0;
};

}  // namespace cx

/// A database, and a second pointer to the same object if it is writable. Both are null after a forced close.
struct cx_database {
    std::unique_ptr<Xapian::Database> database;
    Xapian::WritableDatabase *writable = nullptr;
    /// The path of the database, or of the first of several.
    std::string path;
    /// The number of databases opened as one.
    size_t shards = 1;
    /// A second handle of the first of several databases, whose revision counts for all; null if there is only one.
    std::unique_ptr<Xapian::Database> first;
    /// The hidden documents; null if there are none.
    std::shared_ptr<const cx::Hidden> hidden;
    /// The uncommitted changes, if it is writable.
    cx::Pending pending;
    /// Whether a transaction is open.
    bool is_in_transaction = false;
    /// Whether a write has failed: from then on the object must never be destroyed, see `cx_database_close`.
    bool has_failed = false;
};

/// Any thread may set the flag while another one searches; the other members never change.
struct cx_guard {
    std::atomic<bool> cancelled{false};
    bool has_deadline = false;
    std::chrono::steady_clock::time_point deadline;
};

namespace cx {

/// Thrown through Xapian to end a match. It is not derived from `Xapian::Error`, so that Xapian has no reason to catch
/// it.
struct Stopped {
    cx_kind kind;
};

/// Converts the exception that is being handled to an error.
void describe_current_exception(cx_error *error) noexcept;

/// Runs the body of an entry point, and converts any exception to an error. A crash in it ends the process.
template <typename Body>
auto guarded(cx_error *error, Body body) noexcept -> decltype(body()) {
    error->kind = CX_OK;
    error->message[0] = '\0';
    try {
        return body();
    } catch (...) {
        describe_current_exception(error);
    }
    return decltype(body())();
}

/// The open database of a handle; throws if it is closed.
Xapian::Database &opened(cx_database *handle);
/// The open writable database of a handle; throws if it is closed or read-only.
Xapian::WritableDatabase &opened_for_writing(cx_database *handle);

/// Merges the changed values into their table; must be called before anything that commits.
///
/// Throws a DatabaseError if there is not enough disk space for them: then all changes since the last commit are
/// discarded.
void merge_values(cx_database *handle, Xapian::WritableDatabase &database);
/// Discards all changes since the last commit.
void discard_changes(Xapian::WritableDatabase &database);

/// Runs the body of an entry point that writes, and records a failure.
template <typename Body>
auto writing(cx_error *error, cx_database *handle, Body body) noexcept {
    return guarded(error, [&] {
        Xapian::WritableDatabase &database = opened_for_writing(handle);
        try {
            return body(database);
        } catch (const Xapian::DatabaseError &) {
            handle->has_failed = true;
            // Xapian has discarded the changes.
            handle->pending = Pending();
            throw;
        }
    });
}

std::string string_of(cx_bytes bytes);
/// Returns a block with a copy of these bytes; throws std::bad_alloc.
cx_block block_of(const void *bytes, size_t size);
cx_block block_of(const std::string &bytes);

/// Appends a `cx_entry` and its bytes to a list of entries.
void append_entry(std::string &list, uint32_t frequency, const std::string &bytes);

/// Encodes matches as `cx_matches` followed by a `cx_match` for each.
std::string describe(const Xapian::MSet &matches);

/// Throws `Stopped` once the guard is cancelled or past its deadline; a null guard never stops.
void check(const cx_guard *guard);
/// Creates a source of every document except the hidden ones, without weight, that calls `check` as the match proceeds.
///
/// The guard and the hidden documents may be null, but not both.
Xapian::PostingSource *make_guard_source(const cx_guard *guard, std::shared_ptr<const Hidden> hidden = nullptr);
/// Creates a source of the documents with any term that has this prefix, without weight. They are collected when the
/// match begins.
Xapian::PostingSource *make_beginning_source(const std::string &beginning, const cx_guard *guard);

/// Decodes a query, with the guard in it and without hidden documents. The database is used to expand prefixes.
Xapian::Query decode_query(cx_bytes encoded, const Xapian::Database &database, const cx_guard *guard,
                           std::shared_ptr<const Hidden> hidden);

/// Whether a document of a handle is hidden.
bool is_hidden(const cx_database &handle, Xapian::docid id);
/// The number of documents that are not hidden and contain a term, given the number of all that contain it: exact if
/// there are few, and 0 only if there is none.
Xapian::doccount visible_frequency(const cx_database &handle, const std::string &term, Xapian::doccount frequency);

}  // namespace cx
