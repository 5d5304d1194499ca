// Opening, closing and describing databases.

#include "shim.hpp"

using cx::guarded;
using cx::opened;

namespace {

/// Closes a database whose changes cannot be committed, and discards them; false if that fails as well.
bool close_without_changes(Xapian::WritableDatabase &database) {
    try {
        cx::discard_changes(database);
        database.close();
        return true;
    } catch (const Xapian::DatabaseClosedError &) {
        // If not even the previous state could be opened again, Xapian has closed the files itself.
        return true;
    } catch (...) {
        return false;
    }
}

// Xapian 1.4.22 closes the descriptor of the file `v.tmp` if it cannot be written, as on a full disk, and closes it a
// second time when the object is destroyed. By then the number may belong to another database or to a connection, whose
// reads and writes would go to the wrong place. A closed database holds no file and no lock; the rest of it, a few
// kilobytes, is never freed.
// freed.
void abandon(cx_database *handle) {
    // Kept where a leak checker finds them; any beyond these are not tracked, which does no harm.
    static std::atomic<Xapian::Database *> kept[4096];
    static std::atomic<size_t> count{0};
    handle->writable = nullptr;
    const size_t place = count.fetch_add(1, std::memory_order_relaxed);
    Xapian::Database *database = handle->database.release();
    if (place < sizeof kept / sizeof *kept) kept[place].store(database, std::memory_order_relaxed);
}

}  // namespace

Xapian::Database &cx::opened(cx_database *handle) {
    if (!handle->database) throw Xapian::DatabaseClosedError("Database has been closed");
    return *handle->database;
}

cx_database *cx_database_open(cx_error *error, const cx_bytes *paths, size_t count) noexcept {
    return guarded(error, [&]() -> cx_database * {
        auto database = std::make_unique<Xapian::Database>();
        std::unique_ptr<Xapian::Database> leader;
        for (size_t i = 0; i < count; ++i) {
            const Xapian::Database shard(cx::string_of(paths[i]));
            if (i == 0 && count > 1) leader = std::make_unique<Xapian::Database>(shard);
            database->add_database(shard);
        }
        auto handle = std::make_unique<cx_database>();
        handle->database = std::move(database);
        if (count > 0) handle->path = cx::string_of(paths[0]);
        handle->shards = count;
        handle->first = std::move(leader);
        return handle.release();
    });
}

void cx_database_close(cx_error *error, cx_database *handle) noexcept {
    guarded(error, [&] {
        if (!handle->database) return;
        try {
            // An open transaction is discarded.
            if (handle->writable && !handle->is_in_transaction) cx::merge_values(handle, *handle->writable);
            handle->database->close();
        } catch (...) {
            // Xapian leaves its files open, and the lock held, if the commit before the close fails.
            if (handle->writable && close_without_changes(*handle->writable)) {
                abandon(handle);
            } else {
                handle->writable = nullptr;
                handle->database.reset();
            }
            throw;
        }
        if (handle->has_failed) abandon(handle);
    });
}

void cx_database_free(cx_database *handle) noexcept {
    if (!handle) return;
    cx_error ignored;
    cx_database_close(&ignored, handle);
    guarded(&ignored, [&] { delete handle; });
}

bool cx_database_reopen(cx_error *error, cx_database *handle) noexcept {
    return guarded(error, [&] { return opened(handle).reopen(); });
}

bool cx_database_is_locked(cx_error *error, cx_database *handle) noexcept {
    return guarded(error, [&] { return opened(handle).locked(); });
}

uint32_t cx_database_document_count(cx_error *error, cx_database *handle) noexcept {
    return guarded(error, [&] {
        const uint32_t count = opened(handle).get_doccount();
        return handle->hidden ? count - handle->hidden->count : count;
    });
}

uint32_t cx_database_first_document_count(cx_error *error, cx_database *handle) noexcept {
    return guarded(error, [&] {
        const Xapian::Database &database = opened(handle);
        return static_cast<uint32_t>((handle->first ? *handle->first : database).get_doccount());
    });
}

uint32_t cx_database_last_document(cx_error *error, cx_database *handle) noexcept {
    return guarded(error, [&] { return static_cast<uint32_t>(opened(handle).get_lastdocid()); });
}

double cx_database_average_length(cx_error *error, cx_database *handle) noexcept {
    return guarded(error, [&] { return static_cast<double>(opened(handle).get_avlength()); });
}

uint64_t cx_database_revision(cx_error *error, cx_database *handle) noexcept {
    return guarded(error, [&] {
        const Xapian::Database &database = opened(handle);
        return static_cast<uint64_t>(handle->first ? handle->first->get_revision() : database.get_revision());
    });
}

cx_block cx_database_uuid(cx_error *error, cx_database *handle) noexcept {
    return guarded(error, [&] { return cx::block_of(opened(handle).get_uuid()); });
}

cx_block cx_database_metadata(cx_error *error, cx_database *handle, cx_bytes key) noexcept {
    return guarded(error, [&] { return cx::block_of(opened(handle).get_metadata(cx::string_of(key))); });
}

cx_block cx_database_value_bound(cx_error *error, cx_database *handle, uint32_t slot, bool upper) noexcept {
    return guarded(error, [&] {
        Xapian::Database &database = opened(handle);
        return cx::block_of(upper ? database.get_value_upper_bound(slot) : database.get_value_lower_bound(slot));
    });
}

const char *cx_version() noexcept { return Xapian::version_string(); }
