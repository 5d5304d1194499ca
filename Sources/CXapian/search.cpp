// Running a search.

#include <cmath>
#include <map>
#include <vector>

#include "shim.hpp"

namespace {

std::unique_ptr<Xapian::Weight> make_weight(const cx_search &settings) {
    const double *p = settings.parameters;
    for (size_t i = 0; i < 6; ++i) {
        if (!std::isfinite(p[i])) throw Xapian::InvalidArgumentError("a weighting parameter is not a finite number");
    }
    switch (settings.weight) {
        case CX_WEIGHT_BOOLEAN: return std::make_unique<Xapian::BoolWeight>();
        case CX_WEIGHT_COORDINATE: return std::make_unique<Xapian::CoordWeight>();
        case CX_WEIGHT_BM25: return std::make_unique<Xapian::BM25Weight>(p[0], p[1], p[2], p[3], p[4]);
        case CX_WEIGHT_BM25_PLUS:
            return std::make_unique<Xapian::BM25PlusWeight>(p[0], p[1], p[2], p[3], p[4], p[5]);
        case CX_WEIGHT_INL2: return std::make_unique<Xapian::InL2Weight>(p[0]);
        case CX_WEIGHT_PL2: return std::make_unique<Xapian::PL2Weight>(p[0]);
    }
    throw Xapian::InvalidArgumentError("unknown weighting scheme");
}

/// A sort key that orders by a value, and documents without one after all others.
class MissingLast : public Xapian::KeyMaker {
    Xapian::valueno slot;

   public:
    explicit MissingLast(Xapian::valueno slot_) : slot(slot_) {}

    std::string operator()(const Xapian::Document &document) const override {
        const std::string value = document.get_value(slot);
        return value.empty() ? "\1" : '\0' + value;
    }
};

void set_order(Xapian::Enquire &enquire, const cx_search &settings) {
    switch (settings.order) {
        case CX_ORDER_RELEVANCE: return;
        case CX_ORDER_VALUE:
            // An empty value is the smallest, so in descending order it comes last anyway.
            if (settings.ascending) {
                enquire.set_sort_by_key_then_relevance((new MissingLast(settings.order_slot))->release(), false);
            } else {
                enquire.set_sort_by_value_then_relevance(settings.order_slot, true);
            }
            return;
        case CX_ORDER_DOCUMENT:
            enquire.set_weighting_scheme(Xapian::BoolWeight());
            enquire.set_docid_order(settings.ascending ? Xapian::Enquire::ASCENDING : Xapian::Enquire::DESCENDING);
            return;
    }
    throw Xapian::InvalidArgumentError("unknown order");
}

template <typename Value>
void append(std::string &block, const Value &value) {
    block.append(reinterpret_cast<const char *>(&value), sizeof value);
}

/// Counts the documents for each value of a slot, or for each prefix of the given number of bytes.
class ValueCounter : public Xapian::MatchSpy {
    const Xapian::valueno slot;
    const size_t length;
    std::map<std::string, uint32_t> counts;

   public:
    ValueCounter(Xapian::valueno slot_, size_t length_) : slot(slot_), length(length_) {}

    void operator()(const Xapian::Document &document, double) override {
        std::string value = document.get_value(slot);
        if (value.empty()) return;
        if (value.size() > length) value.resize(length);
        ++counts[std::move(value)];
    }

    void append_to(std::string &block) const {
        append(block, static_cast<uint32_t>(counts.size()));
        for (const auto &entry : counts) cx::append_entry(block, entry.second, entry.first);
    }
};

}  // namespace

std::string cx::describe(const Xapian::MSet &matches) {
    std::string block;
    block.reserve(sizeof(cx_matches) + matches.size() * sizeof(cx_match));
    append(block, cx_matches{matches.get_matches_lower_bound(), matches.get_matches_estimated(),
                             matches.get_matches_upper_bound(), matches.size(), matches.get_max_possible()});
    for (auto match = matches.begin(); match != matches.end(); ++match) {
        append(block, cx_match{match.get_weight(), *match, 0});
    }
    return block;
}

cx_block cx_search_run(cx_error *error, cx_database *handle, cx_bytes encoded, const cx_search *settings,
                       const cx_guard *guard) noexcept {
    return cx::guarded(error, [&]() -> cx_block {
        const Xapian::Database &database = cx::opened(handle);
        // Xapian refuses to search if there is no database.
        if (database.size() == 0) return {nullptr, 0};
        cx::check(guard);
        const Xapian::Query query = cx::decode_query(encoded, database, guard, handle->hidden);

        Xapian::Enquire enquire(database);
        enquire.set_query(query);
        enquire.set_weighting_scheme(*make_weight(*settings));
        set_order(enquire, *settings);

        std::vector<std::unique_ptr<ValueCounter>> counters;
        for (size_t i = 0; i < settings->counted_count; ++i) {
            const size_t length = settings->counted_lengths ? settings->counted_lengths[i] : SIZE_MAX;
            counters.push_back(std::make_unique<ValueCounter>(settings->counted_slots[i], length));
            enquire.add_matchspy(counters.back().get());
        }

        const Xapian::MSet matches = enquire.get_mset(settings->first, settings->limit, settings->check_at_least);
        std::string block = cx::describe(matches);
        for (const auto &counter : counters) counter->append_to(block);
        return cx::block_of(block);
    });
}
