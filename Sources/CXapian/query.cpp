// Converts encoded queries to Xapian's own.

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "shim.hpp"

using Xapian::InvalidArgumentError;
using Xapian::Query;

namespace {

/// Reads an encoded query from its start to its end, and never past it.
class Decoder {
    const uint8_t *position;
    const uint8_t *end;
    const Xapian::Database &database;
    const cx_guard *guard;
    unsigned nodes = 0;

    template <typename Value>
    Value read() {
        Value value;
        std::memcpy(&value, take(sizeof value), sizeof value);
        return value;
    }

    const uint8_t *take(size_t size) {
        if (size_t(end - position) < size) throw InvalidArgumentError("encoded query ends too early");
        const uint8_t *start = position;
        position += size;
        return start;
    }

    std::string bytes() {
        const size_t size = read<uint32_t>();
        return std::string(reinterpret_cast<const char *>(take(size)), size);
    }

    Query list(Query::op op, unsigned depth, Xapian::termcount parameter = 0) {
        const uint32_t count = read<uint32_t>();
        std::vector<Query> queries;
        for (uint32_t i = 0; i < count; ++i) queries.push_back(node(depth + 1, false));
        return Query(op, queries.begin(), queries.end(), parameter);
    }

    /// A query with the guard in it, which checks it wherever the query steps from document to document by itself.
    Query watched(const Query &query) {
        if (!guard || query.empty()) return query;
        return Query(Query::OP_FILTER, query, Query(cx::make_guard_source(guard)));
    }

    /// A conjunction. Xapian merges nested conjunctions into one, which needs only one guard.
    Query all(unsigned depth, bool is_watched) {
        const uint32_t count = read<uint32_t>();
        std::vector<Query> queries;
        for (uint32_t i = 0; i < count; ++i) queries.push_back(node(depth + 1, true));
        const Query query(Query::OP_AND, queries.begin(), queries.end());
        return is_watched ? query : watched(query);
    }

    Query filter(unsigned depth, bool is_watched) {
        const Query left = node(depth + 1, true);
        const Query query(Query::OP_FILTER, left, node(depth + 1, true));
        return is_watched ? query : watched(query);
    }

    /// Steps through the left query until the right one does not match, however long that takes.
    Query all_but(unsigned depth) {
        const Query left = watched(node(depth + 1, true));
        return Query(Query::OP_AND_NOT, left, node(depth + 1, false));
    }

    Query all_maybe(unsigned depth) {
        const Query left = node(depth + 1, false);
        return Query(Query::OP_AND_MAYBE, left, node(depth + 1, false));
    }

    Query elite(unsigned depth) {
        const uint32_t size = read<uint32_t>();
        if (size == 0) throw InvalidArgumentError("an elite set of no queries");
        return list(Query::OP_ELITE_SET, depth, size);
    }

    Query scaled(unsigned depth) {
        const double factor = read<double>();
        if (!std::isfinite(factor) || factor < 0) {
            throw InvalidArgumentError("a weight can only be scaled by a finite factor that is not negative");
        }
        return Query(factor, node(depth + 1, false));
    }

    Query prefix();

   public:
    Decoder(cx_bytes encoded, const Xapian::Database &database_, const cx_guard *guard_)
        : position(encoded.start), end(encoded.start + encoded.size), database(database_), guard(guard_) {}

    bool at_end() const { return position == end; }
    /// Decodes the next query; `is_watched` if it is part of a conjunction with a guard.
    Query node(unsigned depth, bool is_watched);
};

struct Expansion {
    Xapian::doccount frequency;
    std::string term;
};

/// The order of preference for terms: by descending frequency, then in byte order.
bool comes_first(const Expansion &left, const Expansion &right) {
    return left.frequency != right.frequency ? left.frequency > right.frequency : left.term < right.term;
}

// As fast as Xapian's OP_WILDCARD, whose limit applies to each of several databases separately and which cannot be
// stopped.
Query Decoder::prefix() {
    const auto overflow = read<uint8_t>();
    const auto combination = read<uint8_t>();
    const uint32_t limit = read<uint32_t>();
    const std::string start = bytes();
    if (limit == 0) throw InvalidArgumentError("a prefix that may stand for no term");

    std::vector<Expansion> kept;
    unsigned steps = 0;
    for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
        if (++steps % 64 == 0) cx::check(guard);
        if (overflow == CX_OVERFLOW_MOST_FREQUENT) {
            // A heap with the least preferred term at its top.
            const Xapian::doccount frequency = term.get_termfreq();
            if (kept.size() == limit && frequency < kept.front().frequency) continue;
            Expansion candidate{frequency, *term};
            if (kept.size() == limit) {
                if (!comes_first(candidate, kept.front())) continue;
                std::pop_heap(kept.begin(), kept.end(), comes_first);
                kept.pop_back();
            }
            kept.push_back(std::move(candidate));
            std::push_heap(kept.begin(), kept.end(), comes_first);
            continue;
        }
        if (kept.size() == limit) {
            if (overflow == CX_OVERFLOW_FIRST) break;
            throw Xapian::WildcardError("more than " + std::to_string(limit) + " terms begin with \"" + start + '"');
        }
        kept.push_back({0, *term});
    }

    std::vector<Query> terms;
    terms.reserve(kept.size());
    for (const Expansion &expansion : kept) terms.emplace_back(expansion.term);
    const Query::op op = combination == CX_COMBINE_OR        ? Query::OP_OR
                         : combination == CX_COMBINE_MAXIMUM ? Query::OP_MAX
                                                             : Query::OP_SYNONYM;
    return Query(op, terms.begin(), terms.end());
}

Query Decoder::node(unsigned depth, bool is_watched) {
    if (++nodes % 64 == 0) cx::check(guard);
    if (depth >= CX_MAXIMUM_DEPTH) {
        throw InvalidArgumentError("query nested deeper than " + std::to_string(CX_MAXIMUM_DEPTH) + " levels");
    }
    switch (read<uint8_t>()) {
        // A new object each time: the static Query::MatchAll counts its references without a lock.
        case CX_QUERY_ALL: return Query(std::string());
        case CX_QUERY_NOTHING: return Query();
        case CX_QUERY_TERM: {
            const uint32_t frequency = read<uint32_t>();
            const std::string term = bytes();
            if (term.empty()) throw InvalidArgumentError("empty term in a query");
            return Query(term, frequency);
        }
        case CX_QUERY_AND: return all(depth, is_watched);
        case CX_QUERY_OR: return list(Query::OP_OR, depth);
        case CX_QUERY_XOR: return list(Query::OP_XOR, depth);
        case CX_QUERY_SYNONYM: return list(Query::OP_SYNONYM, depth);
        case CX_QUERY_MAXIMUM: return list(Query::OP_MAX, depth);
        case CX_QUERY_ELITE: return elite(depth);
        case CX_QUERY_AND_NOT: return all_but(depth);
        case CX_QUERY_FILTER: return filter(depth, is_watched);
        case CX_QUERY_AND_MAYBE: return all_maybe(depth);
        case CX_QUERY_SCALED: return scaled(depth);
        case CX_QUERY_VALUE_RANGE: {
            const uint32_t slot = read<uint32_t>();
            const std::string low = bytes();
            return Query(Query::OP_VALUE_RANGE, slot, low, bytes());
        }
        case CX_QUERY_VALUE_AT_LEAST: {
            const uint32_t slot = read<uint32_t>();
            return Query(Query::OP_VALUE_GE, slot, bytes());
        }
        case CX_QUERY_VALUE_AT_MOST: {
            const uint32_t slot = read<uint32_t>();
            return Query(Query::OP_VALUE_LE, slot, bytes());
        }
        case CX_QUERY_PREFIX: return prefix();
        case CX_QUERY_ANY_BEGINNING: return Query(cx::make_beginning_source(bytes(), guard));
    }
    throw InvalidArgumentError("encoded query holds an unknown node");
}

}  // namespace

Query cx::decode_query(cx_bytes encoded, const Xapian::Database &database, const cx_guard *guard,
                       std::shared_ptr<const Hidden> hidden) {
    Decoder decoder(encoded, database, guard);
    Query query = decoder.node(0, true);
    if (!decoder.at_end()) throw InvalidArgumentError("encoded query goes on after its end");
    if (!guard && !hidden) return query;
    return Query(Query::OP_FILTER, query, Query(cx::make_guard_source(guard, std::move(hidden))));
}
