// What the files of this target share: the handles, the catch-all, and the ways in and out for bytes.
#pragma once

#include <xapian.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "CXapian.h"

/// A database, and the same object once more where it is writable. Both are null once it has been closed by force.
struct cx_database {
    std::unique_ptr<Xapian::Database> database;
    Xapian::WritableDatabase *writable = nullptr;
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

/// Runs the body of an entry point, and turns whatever it throws into an error.
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
/// A source of every document, of no weight, that calls `check` as the match goes on.
Xapian::PostingSource *make_guard_source(const cx_guard &guard);
/// A source of the documents with any term that begins so, of no weight, which are gathered when the match begins.
Xapian::PostingSource *make_beginning_source(const std::string &beginning, const cx_guard *guard);

/// Builds an encoded query, with the guard in it. The database serves to expand prefixes.
Xapian::Query decode_query(cx_bytes encoded, const Xapian::Database &database, const cx_guard *guard);

}  // namespace cx
