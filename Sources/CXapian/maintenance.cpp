// Checking and compacting databases.

#include <sstream>

#include "shim.hpp"

using cx::guarded;
using cx::string_of;

size_t cx_check(cx_error *error, cx_bytes path, cx_block *report) noexcept {
    *report = {nullptr, 0};
    return guarded(error, [&] {
        std::ostringstream text;
        size_t problems = 0;
        try {
            problems = Xapian::Database::check(string_of(path), 0, &text);
        } catch (...) {
            // The report so far shows which table it was.
            *report = cx::block_of(text.str());
            throw;
        }
        *report = cx::block_of(text.str());
        return problems;
    });
}

void cx_compact(cx_error *error, const cx_bytes *sources, size_t count, cx_bytes destination,
                uint32_t options) noexcept {
    guarded(error, [&] {
        Xapian::Database database;
        for (size_t i = 0; i < count; ++i) database.add_database(Xapian::Database(string_of(sources[i])));
        unsigned flags = options & CX_FULLER ? Xapian::Compactor::FULLER : Xapian::Compactor::FULL;
        if (options & CX_KEEP_IDS) flags |= Xapian::DBCOMPACT_NO_RENUMBER;
        if (options & CX_MULTIPASS) flags |= Xapian::DBCOMPACT_MULTIPASS;
        if (options & CX_SINGLE_FILE) flags |= Xapian::DBCOMPACT_SINGLE_FILE;
        // Smaller blocks waste less space at their ends, and lookups are as fast as in blocks of 8 KB.
        database.compact(string_of(destination), flags, 4096);
    });
}
