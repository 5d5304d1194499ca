// A posting source of the documents with any term that begins with given bytes.

#include <cstdint>
#include <vector>

#include "shim.hpp"

namespace {

/// Holds a bit for each document: merging thousands of posting lists, each of a document or two, would take longer.
class BeginningSource : public Xapian::PostingSource {
    const std::string beginning;
    const cx_guard *guard;
    std::vector<uint64_t> bits;
    Xapian::doccount count = 0;
    uint64_t current = 0;

    uint64_t last() const { return bits.size() * 64 - 1; }

    /// Moves to the first document at or after this one.
    void move(uint64_t id) {
        current = id;
        if (current > last()) return;
        size_t word = current / 64;
        uint64_t rest = bits[word] & (~UINT64_C(0) << current % 64);
        while (rest == 0 && ++word < bits.size()) rest = bits[word];
        current = rest == 0 ? last() + 1 : word * 64 + __builtin_ctzll(rest);
    }

   public:
    BeginningSource(const std::string &beginning_, const cx_guard *guard_) : beginning(beginning_), guard(guard_) {}

    void init(const Xapian::Database &database) override {
        bits.assign(database.get_lastdocid() / 64 + 1, 0);
        count = 0;
        current = 0;
        set_maxweight(0);
        unsigned steps = 0;
        for (auto term = database.allterms_begin(beginning); term != database.allterms_end(beginning); ++term) {
            const std::string name = *term;
            for (auto posting = database.postlist_begin(name); posting != database.postlist_end(name); ++posting) {
                if (++steps % 64 == 0) cx::check(guard);
                const uint64_t bit = UINT64_C(1) << *posting % 64;
                uint64_t &word = bits[*posting / 64];
                if (!(word & bit)) ++count;
                word |= bit;
            }
        }
    }

    BeginningSource *clone() const override { return new BeginningSource(beginning, guard); }

    Xapian::doccount get_termfreq_min() const override { return count; }
    Xapian::doccount get_termfreq_est() const override { return count; }
    Xapian::doccount get_termfreq_max() const override { return count; }

    void next(double) override { move(current + 1); }
    void skip_to(Xapian::docid id, double) override {
        if (id > current) move(id);
    }
    bool at_end() const override { return current > last(); }
    Xapian::docid get_docid() const override { return static_cast<Xapian::docid>(current); }
};

}  // namespace

Xapian::PostingSource *cx::make_beginning_source(const std::string &beginning, const cx_guard *guard) {
    return (new BeginningSource(beginning, guard))->release();
}
