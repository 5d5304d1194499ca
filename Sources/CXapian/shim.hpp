// What the files of this target share: the handles, the catch-all, and the ways in and out for bytes.
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

/// Documents of one database, of several opened as one, that are to be taken for none.
struct Hidden {
    /// Which of the databases it is, from 0, and its identifier.
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

/// What was changed since the last commit.
struct Pending {
    /// How many documents were added, replaced or deleted.
    uint64_t changes = 0;
    /// How many of them may have been there before, and whose values are not merged yet.
    uint64_t replaced = 0;
    /// The bytes of new values that are not merged yet, with some for each.
    uint64_t value_bytes = 0;
    /// The most values that a document has.
    uint64_t slots = 0;
};

}  // namespace cx

/// A database, and the same object once more where it is writable. Both are null once it has been closed by force.
struct cx_database {
    std::unique_ptr<Xapian::Database> database;
    Xapian::WritableDatabase *writable = nullptr;
    /// Where it lies, of several the first.
    std::string path;
    /// How many databases were opened as one.
    size_t shards = 1;
    /// Of several the first once more, whose revision is everybody's; null where there is one.
    std::unique_ptr<Xapian::Database> first;
    /// The documents that are not to be seen; null where there are none.
    std::shared_ptr<const cx::Hidden> hidden;
    /// What is to be committed, where it is writable.
    cx::Pending pending;
    /// Whether a transaction goes on.
    bool is_in_transaction = false;
    /// A write has failed: from then on the object must never be destroyed, see `cx_database_close`.
    bool has_failed = false;
};

/// The flag may be set by any thread while another one searches; the rest never changes.
struct cx_guard {
    std::atomic<bool> cancelled{false};
    bool has_deadline = false;
    std::chrono::steady_clock::time_point deadline;
};

namespace cx {

/// Thrown through Xapian to end a match. It is no `Xapian::Error`, so that Xapian has no reason to catch it.
struct Stopped {
    cx_kind kind;
};

/// Turns the exception that is being handled into an error.
void describe_current_exception(cx_error *error) noexcept;

/// Runs the body of an entry point, and turns whatever it throws into an error. A fault in it ends the process.
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

/// The open database of a handle; throws for a closed one.
Xapian::Database &opened(cx_database *handle);
/// The open writable database of a handle; throws for a closed one, and for one that only reads.
Xapian::WritableDatabase &opened_for_writing(cx_database *handle);

/// Merges the values that were changed into their table; to be called before anything that commits.
///
/// Throws a DatabaseError where there is no room for them: then all changes since the last commit are discarded.
void merge_values(cx_database *handle, Xapian::WritableDatabase &database);
/// Discards all changes since the last commit.
void discard_changes(Xapian::WritableDatabase &database);

/// Runs the body of an entry point that writes, and remembers where that failed.
template <typename Body>
auto writing(cx_error *error, cx_database *handle, Body body) noexcept {
    return guarded(error, [&] {
        Xapian::WritableDatabase &database = opened_for_writing(handle);
        try {
            return body(database);
        } catch (const Xapian::DatabaseError &) {
            handle->has_failed = true;
            // Xapian has discarded them.
            handle->pending = Pending();
            throw;
        }
    });
}

std::string string_of(cx_bytes bytes);
/// A block with a copy of these bytes; throws std::bad_alloc.
cx_block block_of(const void *bytes, size_t size);
cx_block block_of(const std::string &bytes);

/// Adds a `cx_entry` and its bytes to a list of them.
void append_entry(std::string &list, uint32_t frequency, const std::string &bytes);

/// The matches as `cx_matches` and the `cx_match` of each.
std::string describe(const Xapian::MSet &matches);

/// Throws `Stopped` once the guard is cancelled or past its deadline; a null guard never stops.
void check(const cx_guard *guard);
/// A source of every document but the hidden ones, of no weight, that calls `check` as the match goes on.
///
/// The guard and the hidden documents may be null, if not both.
Xapian::PostingSource *make_guard_source(const cx_guard *guard, std::shared_ptr<const Hidden> hidden = nullptr);
/// A source of the documents with any term that begins so, of no weight, which are gathered when the match begins.
Xapian::PostingSource *make_beginning_source(const std::string &beginning, const cx_guard *guard);

/// Builds an encoded query, with the guard in it and without hidden documents. The database serves to expand prefixes.
Xapian::Query decode_query(cx_bytes encoded, const Xapian::Database &database, const cx_guard *guard,
                           std::shared_ptr<const Hidden> hidden);

/// Whether a document of a handle is hidden.
bool is_hidden(const cx_database &handle, Xapian::docid id);
/// In how many documents that are not hidden a term occurs, of so many in all: exact where they are few, and 0 only where
/// there is none.
Xapian::doccount visible_frequency(const cx_database &handle, const std::string &term, Xapian::doccount frequency);

}  // namespace cx
