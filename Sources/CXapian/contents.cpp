// The terms of a database, and the data stored for a document.

#include <unistd.h>

#include <vector>

#include "shim.hpp"

using cx::guarded;
using cx::opened;
using cx::string_of;

namespace {

void require_visible(const cx_database *handle, uint32_t document) {
    if (!cx::is_hidden(*handle, document)) return;
    throw Xapian::DocNotFoundError("Document " + std::to_string(document) + " not found");
}

Xapian::Document visible_document(cx_database *handle, uint32_t id) {
    const Xapian::Database &database = opened(handle);
    require_visible(handle, id);
    return database.get_document(id);
}

}  // namespace

uint32_t cx_term_frequency(cx_error *error, cx_database *handle, cx_bytes term) noexcept {
    return guarded(error, [&] {
        const std::string name = string_of(term);
        return static_cast<uint32_t>(cx::visible_frequency(*handle, name, opened(handle).get_termfreq(name)));
    });
}

cx_block cx_term_documents(
    cx_error *error, cx_database *handle, cx_bytes term, uint32_t after, size_t limit) noexcept {
    return guarded(error, [&]() -> cx_block {
        const Xapian::Database &database = opened(handle);
        std::vector<uint32_t> documents;
        if (after == UINT32_MAX || limit == 0) return {nullptr, 0};
        const std::string name = string_of(term);
        Xapian::PostingIterator posting = database.postlist_begin(name);
        const Xapian::PostingIterator end = database.postlist_end(name);
        if (after > 0 && posting != end) posting.skip_to(after + 1);
        for (; posting != end && documents.size() < limit; ++posting) {
            if (!cx::is_hidden(*handle, *posting)) documents.push_back(*posting);
        }
        return cx::block_of(documents.data(), documents.size() * sizeof(uint32_t));
    });
}

int64_t cx_posting_frequency(cx_error *error, cx_database *handle, cx_bytes term, uint32_t document) noexcept {
    return guarded(error, [&]() -> int64_t {
        const Xapian::Database &database = opened(handle);
        const std::string name = string_of(term);
        Xapian::PostingIterator posting = database.postlist_begin(name);
        const Xapian::PostingIterator end = database.postlist_end(name);
        if (posting == end) return -1;
        posting.skip_to(document);
        return posting != end && *posting == document ? static_cast<int64_t>(posting.get_wdf()) : -1;
    });
}

bool cx_database_has_term_lists(cx_error *error, cx_database *handle) noexcept {
    return guarded(error, [&] {
        opened(handle);
        // Xapian treats a missing table file as a table that is not wanted.
        return access((handle->path + "/termlist.glass").c_str(), F_OK) == 0;
    });
}

cx_block cx_terms(
    cx_error *error, cx_database *handle, cx_bytes prefix, cx_bytes after, size_t limit,
    const cx_guard *guard) noexcept {
    return guarded(error, [&]() -> cx_block {
        const Xapian::Database &database = opened(handle);
        const std::string start = string_of(prefix), last = string_of(after);
        std::string list;
        Xapian::TermIterator term = database.allterms_begin(start);
        const Xapian::TermIterator end = database.allterms_end(start);
        if (last > start && term != end) term.skip_to(last);
        unsigned steps = 0;
        for (size_t count = 0; term != end && count < limit; ++term) {
            if (++steps % 64 == 0) cx::check(guard);
            const std::string name = *term;
            if (!last.empty() && name <= last) continue;
            const Xapian::doccount frequency = cx::visible_frequency(*handle, name, term.get_termfreq());
            if (frequency == 0) continue;
            cx::append_entry(list, frequency, name);
            ++count;
        }
        return cx::block_of(list);
    });
}

cx_block cx_document_terms(
    cx_error *error, cx_database *handle, uint32_t document, const cx_guard *guard) noexcept {
    return guarded(error, [&] {
        const Xapian::Database &database = opened(handle);
        require_visible(handle, document);
        std::string list;
        const Xapian::TermIterator end = database.termlist_end(document);
        unsigned steps = 0;
        for (Xapian::TermIterator term = database.termlist_begin(document); term != end; ++term) {
            if (++steps % 64 == 0) cx::check(guard);
            cx::append_entry(list, term.get_wdf(), *term);
        }
        return cx::block_of(list);
    });
}

cx_block cx_document_data(cx_error *error, cx_database *handle, uint32_t document) noexcept {
    return guarded(error, [&] { return cx::block_of(visible_document(handle, document).get_data()); });
}

cx_block cx_document_stored_data(cx_error *error, cx_database *handle, uint32_t document) noexcept {
    return guarded(error, [&] {
        return cx::block_of(opened(handle).get_document(document, Xapian::DOC_ASSUME_VALID).get_data());
    });
}

cx_block cx_document_value(cx_error *error, cx_database *handle, uint32_t document, uint32_t slot) noexcept {
    return guarded(error, [&] { return cx::block_of(visible_document(handle, document).get_value(slot)); });
}

cx_block cx_document_record(
    cx_error *error, cx_database *handle, uint32_t id, uint32_t slot, cx_block *value) noexcept {
    *value = {nullptr, 0};
    return guarded(error, [&] {
        const Xapian::Document document = visible_document(handle, id);
        const cx_block data = cx::block_of(document.get_data());
        try {
            *value = cx::block_of(document.get_value(slot));
        } catch (...) {
            cx_block_free(data);
            throw;
        }
        return data;
    });
}

cx_block cx_term_postings(
    cx_error *error, cx_database *handle, cx_bytes term) noexcept {
    return guarded(error, [&] {
        const Xapian::Database &database = opened(handle);
        std::vector<uint32_t> postings;
        const std::string name = string_of(term);
        const Xapian::PostingIterator end = database.postlist_end(name);
        for (Xapian::PostingIterator posting = database.postlist_begin(name); posting != end; ++posting) {
            postings.push_back(*posting);
            postings.push_back(posting.get_wdf());
        }
        return cx::block_of(postings.data(), postings.size() * sizeof(uint32_t));
    });
}

cx_block cx_first_term_postings(cx_error *error, cx_database *handle, cx_bytes term) noexcept {
    return guarded(error, [&] {
        const Xapian::Database &all = opened(handle);
        const Xapian::Database &database = handle->first ? *handle->first : all;
        std::vector<uint32_t> postings;
        const std::string name = string_of(term);
        const Xapian::PostingIterator end = database.postlist_end(name);
        for (Xapian::PostingIterator posting = database.postlist_begin(name); posting != end; ++posting) {
            postings.push_back((*posting - 1) * handle->shards + 1);
            postings.push_back(posting.get_wdf());
        }
        return cx::block_of(postings.data(), postings.size() * sizeof(uint32_t));
    });
}

cx_block cx_document_lengths(
    cx_error *error, cx_database *handle, bool first_only, const cx_guard *guard) noexcept {
    return guarded(error, [&] {
        const Xapian::Database &all = opened(handle);
        const bool is_part = first_only && handle->first;
        const Xapian::Database &database = is_part ? *handle->first : all;
        std::vector<uint32_t> lengths;
        lengths.reserve(2 * size_t(database.get_doccount()));
        unsigned steps = 0;
        const Xapian::PostingIterator end = database.postlist_end(std::string());
        for (Xapian::PostingIterator posting = database.postlist_begin(std::string()); posting != end; ++posting) {
            if (++steps % 1024 == 0) cx::check(guard);
            const Xapian::docid id = is_part ? (*posting - 1) * handle->shards + 1 : *posting;
            if (cx::is_hidden(*handle, id)) continue;
            lengths.push_back(id);
            lengths.push_back(posting.get_doclength());
        }
        return cx::block_of(lengths.data(), lengths.size() * sizeof(uint32_t));
    });
}

uint32_t cx_document_length(cx_error *error, cx_database *handle, uint32_t document) noexcept {
    return guarded(error, [&] {
        const Xapian::Database &database = opened(handle);
        require_visible(handle, document);
        return static_cast<uint32_t>(database.get_doclength(document));
    });
}
