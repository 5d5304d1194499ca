// Writing documents, and committing them.

#include <algorithm>

#include "document.hpp"
#include "shim.hpp"

using cx::guarded;
using cx::make_document;
using cx::string_of;
using cx::writing;

namespace {

// Xapian commits by itself at 10,000 changes.
constexpr uint64_t most_changes = 9'999;
// The bytes that Xapian writes in addition to a value.
constexpr uint64_t value_overhead = 8;

/// The number of documents that contain a term, 0 if it cannot be determined.
uint64_t frequency_of(cx_database *handle, cx_bytes term) noexcept {
    cx_error ignored;
    return guarded(&ignored, [&]() -> uint64_t { return cx::opened(handle).get_termfreq(string_of(term)); });
}

/// Runs a body that changes documents, and records the resources that merging their values will need.
///
/// - document: the document to write, or null.
/// - replaced: the number of documents that may have existed before.
template <typename Body>
auto changing(cx_error *error, cx_database *handle, const cx_document *document, uint64_t replaced, Body body) noexcept {
    return writing(error, handle, [&](Xapian::WritableDatabase &database) {
        cx::Pending &pending = handle->pending;
        if (pending.changes >= most_changes && !handle->is_in_transaction) {
            cx::merge_values(handle, database);
            database.commit();
            pending = cx::Pending();
        }
        pending.changes += replaced > 0 ? replaced : 1;
        pending.replaced += replaced;
        if (document) {
            pending.slots = std::max<uint64_t>(pending.slots, document->value_count);
            pending.value_bytes += document->values.size + document->value_count * value_overhead;
        }
        return body(database);
    });
}

}  // namespace

Xapian::WritableDatabase &cx::opened_for_writing(cx_database *handle) {
    opened(handle);
    if (!handle->writable) throw Xapian::InvalidOperationError("Database is open for reading only");
    return *handle->writable;
}

cx_database *cx_writable_open(cx_error *error, cx_bytes path, cx_opening opening, uint32_t options) noexcept {
    return guarded(error, [&]() -> cx_database * {
        int flags = Xapian::DB_CREATE_OR_OPEN;
        if (opening == CX_CREATE_OR_OVERWRITE) flags = Xapian::DB_CREATE_OR_OVERWRITE;
        if (opening == CX_CREATE) flags = Xapian::DB_CREATE;
        if (opening == CX_OPEN) flags = Xapian::DB_OPEN;
        if (options & CX_NO_SYNC) flags |= Xapian::DB_NO_SYNC;
        if (options & CX_DANGEROUS) flags |= Xapian::DB_DANGEROUS;
        if (options & CX_NO_TERMLIST) flags |= Xapian::DB_NO_TERMLIST;
        if (options & CX_RETRY_LOCK) flags |= Xapian::DB_RETRY_LOCK;
        auto database = std::make_unique<Xapian::WritableDatabase>(string_of(path), flags);
        Xapian::WritableDatabase *writable = database.get();
        auto handle = std::make_unique<cx_database>();
        handle->database = std::move(database);
        handle->writable = writable;
        handle->path = string_of(path);
        return handle.release();
    });
}

uint32_t cx_writable_add(cx_error *error, cx_database *handle, const cx_document *document) noexcept {
    return changing(error, handle, document, 0, [&](Xapian::WritableDatabase &database) {
        return static_cast<uint32_t>(database.add_document(make_document(*document)));
    });
}

void cx_writable_replace(cx_error *error, cx_database *handle, uint32_t id, const cx_document *document) noexcept {
    changing(error, handle, document, 1, [&](Xapian::WritableDatabase &database) {
        database.replace_document(id, make_document(*document));
    });
}

uint32_t cx_writable_replace_by_term(
    cx_error *error, cx_database *handle, cx_bytes term, const cx_document *document) noexcept {
    return changing(error, handle, document, frequency_of(handle, term), [&](Xapian::WritableDatabase &database) {
        cx::require_storable_term(term);
        const std::string name = string_of(term);
        return static_cast<uint32_t>(database.replace_document(name, make_document(*document)));
    });
}

void cx_writable_delete(cx_error *error, cx_database *handle, uint32_t id) noexcept {
    changing(error, handle, nullptr, 1, [&](Xapian::WritableDatabase &database) { database.delete_document(id); });
}

void cx_writable_delete_by_term(cx_error *error, cx_database *handle, cx_bytes term) noexcept {
    changing(error, handle, nullptr, frequency_of(handle, term), [&](Xapian::WritableDatabase &database) {
        cx::require_storable_term(term);
        database.delete_document(string_of(term));
    });
}

void cx_writable_set_metadata(cx_error *error, cx_database *handle, cx_bytes key, cx_bytes value) noexcept {
    writing(error, handle, [&](Xapian::WritableDatabase &database) {
        cx::require_storable_size("metadata", value.size);
        try {
            database.set_metadata(string_of(key), string_of(value));
        } catch (const Xapian::DatabaseError &) {
            // Xapian does this itself for documents, but would commit half a value here.
            cx::discard_changes(database);
            throw;
        }
    });
}

void cx_writable_commit(cx_error *error, cx_database *handle) noexcept {
    writing(error, handle, [&](Xapian::WritableDatabase &database) {
        cx::merge_values(handle, database);
        database.commit();
        handle->pending = cx::Pending();
    });
}

void cx_writable_begin(cx_error *error, cx_database *handle, bool flushed) noexcept {
    writing(error, handle, [&](Xapian::WritableDatabase &database) {
        // This commits the earlier changes.
        if (flushed) cx::merge_values(handle, database);
        database.begin_transaction(flushed);
        handle->is_in_transaction = true;
    });
}

void cx_writable_commit_transaction(cx_error *error, cx_database *handle) noexcept {
    writing(error, handle, [&](Xapian::WritableDatabase &database) {
        if (handle->is_in_transaction) cx::merge_values(handle, database);
        handle->is_in_transaction = false;
        database.commit_transaction();
    });
}

void cx_writable_cancel_transaction(cx_error *error, cx_database *handle) noexcept {
    writing(error, handle, [&](Xapian::WritableDatabase &database) {
        handle->is_in_transaction = false;
        database.cancel_transaction();
    });
}
