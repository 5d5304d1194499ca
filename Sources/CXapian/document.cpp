#include "document.hpp"

#include <algorithm>

namespace {

// Glass's limit for the length of a term; it writes a zero byte as two.
constexpr size_t maximum_term_length = 245;
// Glass splits a tag into at most 65,535 items of a quarter of a block, about 130 MB in total.
constexpr size_t maximum_data_size = 100'000'000;

}  // namespace

void cx::require_storable_term(cx_bytes term) {
    if (term.size == 0) throw Xapian::InvalidArgumentError("empty term");
    if (term.size <= maximum_term_length / 2) return;
    size_t stored = term.size;
    if (stored <= maximum_term_length) stored += std::count(term.start, term.start + term.size, 0);
    if (stored <= maximum_term_length) return;
    std::string message = "term of " + std::to_string(term.size) + " bytes";
    if (stored != term.size) message += " (" + std::to_string(stored) + " with each zero byte counted twice)";
    message += " is longer than the " + std::to_string(maximum_term_length) + " that can be stored";
    throw Xapian::InvalidArgumentError(message);
}

void cx::require_storable_size(const char *what, size_t size) {
    if (size <= maximum_data_size) return;
    throw Xapian::InvalidArgumentError(std::string(what) + " of " + std::to_string(size) +
                                       " bytes is larger than the " + std::to_string(maximum_data_size) +
                                       " that can be stored");
}

Xapian::Document cx::make_document(const cx_document &flat) {
    Xapian::Document document;
    require_storable_size("document data", flat.data.size);
    document.set_data(string_of(flat.data));

    const uint8_t *bytes = flat.terms.start;
    for (size_t i = 0; i < flat.term_count; ++i) {
        const cx_bytes term{bytes, flat.term_lengths[i]};
        require_storable_term(term);
        document.add_term(string_of(term), flat.term_frequencies[i]);
        bytes += term.size;
    }

    bytes = flat.values.start;
    for (size_t i = 0; i < flat.value_count; ++i) {
        const cx_bytes value{bytes, flat.value_lengths[i]};
        require_storable_size("value", value.size);
        if (flat.value_slots[i] == Xapian::BAD_VALUENO) throw Xapian::InvalidArgumentError("no such value slot");
        document.add_value(flat.value_slots[i], string_of(value));
        bytes += value.size;
    }
    return document;
}
