// Hidden documents of a database.

#include "shim.hpp"

using cx::guarded;
using cx::opened;

namespace {

// Posting lists up to this length are counted; for a longer one it is only determined whether any document is visible.
constexpr Xapian::doccount counted_length = 16;
// Xapian joins the identifiers of several databases by colons; each has this length.
constexpr size_t uuid_length = 36;

/// The identifier of one of several databases opened as one.
std::string uuid_of(const Xapian::Database &database, size_t shard) {
    const std::string all = database.get_uuid();
    const size_t start = shard * (uuid_length + 1);
    if (start + uuid_length > all.size()) throw Xapian::InvalidArgumentError("no such database among those opened");
    return all.substr(start, uuid_length);
}

}  // namespace

bool cx::is_hidden(const cx_database &handle, Xapian::docid id) {
    if (!handle.hidden || id == 0 || (id - 1) % handle.shards != handle.hidden->shard) return false;
    return handle.hidden->contains((id - 1) / handle.shards + 1);
}

Xapian::doccount cx::visible_frequency(
    const cx_database &handle, const std::string &term, Xapian::doccount frequency) {
    if (!handle.hidden || frequency == 0) return frequency;
    const bool counts = frequency <= counted_length;
    if (!counts && frequency > handle.hidden->count) return frequency;
    Xapian::doccount visible = 0;
    const Xapian::PostingIterator end = handle.database->postlist_end(term);
    for (Xapian::PostingIterator posting = handle.database->postlist_begin(term); posting != end; ++posting) {
        if (is_hidden(handle, *posting)) continue;
        if (!counts) return frequency;
        ++visible;
    }
    return visible;
}

void cx_database_hide(
    cx_error *error, cx_database *handle, size_t shard, const uint64_t *bits, size_t count) noexcept {
    guarded(error, [&] {
        const Xapian::Database &database = opened(handle);
        auto hidden = std::make_shared<cx::Hidden>();
        hidden->shard = shard;
        hidden->uuid = uuid_of(database, shard);
        if (count > 0) hidden->bits.assign(bits, bits + count);
        for (const uint64_t word : hidden->bits) hidden->count += __builtin_popcountll(word);
        handle->hidden = hidden->count > 0 ? std::move(hidden) : nullptr;
    });
}

uint32_t cx_database_hidden_count(const cx_database *handle) noexcept {
    return handle->hidden ? handle->hidden->count : 0;
}

cx_block cx_database_hidden_documents(cx_error *error, cx_database *handle) noexcept {
    return guarded(error, [&] {
        opened(handle);
        std::vector<uint32_t> documents;
        if (handle->hidden) {
            const cx::Hidden &hidden = *handle->hidden;
            for (uint32_t id = 1; id < hidden.bits.size() * 64; ++id) {
                if (hidden.contains(id)) documents.push_back((id - 1) * handle->shards + hidden.shard + 1);
            }
        }
        return cx::block_of(documents.data(), documents.size() * sizeof(uint32_t));
    });
}
