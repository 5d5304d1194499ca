// Xapian's own conversion of texts to terms, and of words to a query.

#include "document.hpp"
#include "shim.hpp"

using cx::guarded;
using cx::string_of;

namespace {

// Large enough that no phrase or NEAR matches across two texts.
constexpr Xapian::termcount gap_between_texts = 100;

}  // namespace

uint32_t cx_stock_add(cx_error *error, cx_database *handle, const cx_bytes *texts, size_t count,
                      cx_bytes data, cx_bytes boolean_term) noexcept {
    return guarded(error, [&] {
        cx::require_storable_size("document data", data.size);
        Xapian::Document document;
        document.set_data(string_of(data));
        Xapian::TermGenerator generator;
        generator.set_document(document);
        for (size_t i = 0; i < count; ++i) {
            if (i > 0) generator.increase_termpos(gap_between_texts);
            generator.index_text(string_of(texts[i]));
        }
        if (boolean_term.size > 0) document.add_boolean_term(string_of(boolean_term));
        return static_cast<uint32_t>(cx::opened_for_writing(handle).add_document(document));
    });
}

cx_block cx_stock_search(cx_error *error, cx_database *handle, cx_bytes text,
                         const cx_stock_settings *settings) noexcept {
    return guarded(error, [&]() -> cx_block {
        const Xapian::Database &database = cx::opened(handle);
        // Xapian refuses to search if there is no database.
        if (database.size() == 0) return {nullptr, 0};
        Xapian::QueryParser parser;
        parser.set_database(database);
        if (settings->every_word) parser.set_default_op(Xapian::Query::OP_AND);
        unsigned flags = Xapian::QueryParser::FLAG_DEFAULT;
        if (settings->partial) flags |= Xapian::QueryParser::FLAG_PARTIAL;
        Xapian::Query query = parser.parse_query(string_of(text), flags);
        if (settings->boolean_term.size > 0) {
            query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(string_of(settings->boolean_term)));
        }
        Xapian::Enquire enquire(database);
        enquire.set_query(query);
        const Xapian::MSet matches = enquire.get_mset(0, settings->limit, settings->check_at_least);
        return cx::block_of(cx::describe(matches));
    });
}
