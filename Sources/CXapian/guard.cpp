// Stopping a running match, for which Xapian has no function of its own.

#include <algorithm>
#include <new>

#include "shim.hpp"

using Clock = std::chrono::steady_clock;

namespace {

/// Matches every document except the hidden ones, without weight, and regularly checks its guard, if there is one.
///
/// It also matches the numbers of deleted documents, so it is only useful in conjunction with a query. Xapian evaluates
/// it first there, because it claims to be the rarest part. It is therefore stepped for each document that any part of
/// the conjunction proposes, even if no document matches them all.
class GuardSource : public Xapian::PostingSource {
    // A check takes about 25 ns for the clock; checking at every 64th step makes that less than a nanosecond per step.
    static constexpr unsigned steps_between_looks = 64;

    const cx_guard *guard;
    const std::shared_ptr<const cx::Hidden> hidden;
    /// The hidden documents of the database that is being searched; null if it has none.
    const cx::Hidden *hidden_here = nullptr;
    unsigned steps = 0;
    Xapian::doccount count = 0;
    Xapian::docid last = 0;
    // Wider than a document number, so that the step past the last one cannot wrap.
    uint64_t current = 0;

    void step() {
        if (++steps % steps_between_looks == 0) cx::check(guard);
    }

    /// Moves to the first document at or after this one that is not hidden.
    void move(uint64_t id) {
        current = id;
        if (!hidden_here) return;
        while (hidden_here->contains(current)) ++current;
    }

   public:
    GuardSource(const cx_guard *guard_, std::shared_ptr<const cx::Hidden> hidden_)
        : guard(guard_), hidden(std::move(hidden_)) {}

    void init(const Xapian::Database &database) override {
        cx::check(guard);
        hidden_here = hidden && database.get_uuid() == hidden->uuid ? hidden.get() : nullptr;
        count = database.get_doccount() - (hidden_here ? hidden_here->count : 0);
        last = database.get_lastdocid();
        current = 0;
        set_maxweight(0);
    }

    GuardSource *clone() const override { return new GuardSource(guard, hidden); }

    Xapian::doccount get_termfreq_min() const override { return count; }
    Xapian::doccount get_termfreq_est() const override { return 0; }
    Xapian::doccount get_termfreq_max() const override { return count; }

    void next(double) override {
        step();
        move(current + 1);
    }

    void skip_to(Xapian::docid id, double) override {
        step();
        if (id > current) move(id);
    }

    bool check(Xapian::docid id, double) override {
        step();
        if (id > current) move(id);
        return true;
    }

    bool at_end() const override { return current > last; }
    Xapian::docid get_docid() const override { return static_cast<Xapian::docid>(current); }
};

}  // namespace

void cx::check(const cx_guard *guard) {
    if (!guard) return;
    const cx_kind state = cx_guard_state(guard);
    if (state != CX_OK) throw Stopped{state};
}

Xapian::PostingSource *cx::make_guard_source(const cx_guard *guard, std::shared_ptr<const Hidden> hidden) {
    return (new GuardSource(guard, std::move(hidden)))->release();
}

cx_guard *cx_guard_new(int64_t nanoseconds) noexcept {
    auto guard = new (std::nothrow) cx_guard;
    // A limit of more than a century counts as none, because adding it to the clock could overflow.
    if (guard && nanoseconds >= 0 && nanoseconds < INT64_C(3'155'760'000'000'000'000)) {
        guard->has_deadline = true;
        guard->deadline = Clock::now() + std::chrono::nanoseconds(nanoseconds);
    }
    return guard;
}

void cx_guard_cancel(cx_guard *guard) noexcept { guard->cancelled.store(true, std::memory_order_relaxed); }

cx_kind cx_guard_state(const cx_guard *guard) noexcept {
    if (guard->cancelled.load(std::memory_order_relaxed)) return CX_CANCELLED;
    return guard->has_deadline && Clock::now() >= guard->deadline ? CX_DEADLINE : CX_OK;
}

void cx_guard_free(cx_guard *guard) noexcept { delete guard; }
