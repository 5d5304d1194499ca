// Checksums of postings, which compare the data stored in two places without keeping either in memory.

#include "shim.hpp"

using cx::guarded;
using cx::opened;
using cx::string_of;

namespace {

uint64_t mixed(uint64_t value) {
    value = (value ^ (value >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    value = (value ^ (value >> 27)) * UINT64_C(0x94D049BB133111EB);
    return value ^ (value >> 31);
}

/// FNV-1a, with its bits mixed.
uint64_t hash_of(const char *bytes, size_t size) {
    uint64_t hash = UINT64_C(0xCBF29CE484222325);
    for (size_t i = 0; i < size; ++i) hash = (hash ^ static_cast<unsigned char>(bytes[i])) * UINT64_C(0x100000001B3);
    return mixed(hash);
}

uint64_t posting_of(uint64_t term, uint32_t document, uint32_t frequency) {
    return mixed(term ^ mixed((static_cast<uint64_t>(document) << 32 | frequency) + UINT64_C(0x9E3779B97F4A7C15)));
}

}  // namespace

size_t cx_sum_of_term(cx_bytes term, size_t count) noexcept {
    return hash_of(reinterpret_cast<const char *>(term.start), term.size) % count;
}

void cx_sum_document(uint64_t *sums, size_t count, uint32_t id, const cx_document *document) noexcept {
    const char *term = reinterpret_cast<const char *>(document->terms.start);
    for (size_t i = 0; i < document->term_count; ++i) {
        const uint64_t hash = hash_of(term, document->term_lengths[i]);
        sums[hash % count] += posting_of(hash, id, document->term_frequencies[i]);
        term += document->term_lengths[i];
    }
}

uint32_t cx_sum_term_list(
    cx_error *error, cx_database *handle, uint32_t id, uint64_t *sums, size_t count) noexcept {
    return guarded(error, [&]() -> uint32_t {
        const Xapian::Database &database = opened(handle);
        uint32_t terms = 0;
        const Xapian::TermIterator end = database.termlist_end(id);
        for (Xapian::TermIterator term = database.termlist_begin(id); term != end; ++term, ++terms) {
            const std::string name = *term;
            const uint64_t hash = hash_of(name.data(), name.size());
            sums[hash % count] += posting_of(hash, id, term.get_wdf());
        }
        return terms;
    });
}

cx_block cx_sum_postings(cx_error *error, cx_database *handle, uint64_t *sums, size_t count, cx_bytes after,
                         size_t limit) noexcept {
    return guarded(error, [&]() -> cx_block {
        const Xapian::Database &database = opened(handle);
        const std::string last = string_of(after);
        std::string newest, wrong;
        uint32_t terms = 0;
        Xapian::TermIterator term = database.allterms_begin();
        const Xapian::TermIterator end = database.allterms_end();
        if (!last.empty() && term != end) term.skip_to(last);
        for (; term != end && terms < limit; ++term) {
            const std::string name = *term;
            if (!last.empty() && name <= last) continue;
            const uint64_t hash = hash_of(name.data(), name.size());
            uint32_t documents = 0;
            const Xapian::PostingIterator none = database.postlist_end(name);
            for (Xapian::PostingIterator posting = database.postlist_begin(name); posting != none; ++posting) {
                sums[hash % count] += posting_of(hash, *posting, posting.get_wdf());
                ++documents;
            }
            if (documents != term.get_termfreq()) cx::append_entry(wrong, documents, name);
            newest = name;
            ++terms;
        }
        if (terms == 0) return {nullptr, 0};
        std::string list;
        cx::append_entry(list, terms, newest);
        return cx::block_of(list + wrong);
    });
}
