// Converts exceptions to error codes.

#include <cstdio>
#include <cstring>
#include <exception>
#include <new>

#include "shim.hpp"

namespace {

struct NamedKind {
    const char *name;
    cx_kind kind;
};

constexpr NamedKind kinds[] = {
    {"DatabaseModifiedError", CX_DATABASE_MODIFIED},
    {"DatabaseLockError", CX_DATABASE_LOCKED},
    {"DatabaseCorruptError", CX_DATABASE_CORRUPT},
    {"DatabaseNotFoundError", CX_DATABASE_NOT_FOUND},
    {"DatabaseVersionError", CX_DATABASE_VERSION},
    {"DatabaseOpeningError", CX_DATABASE_OPENING},
    {"DatabaseCreateError", CX_DATABASE_CREATE},
    {"DatabaseClosedError", CX_DATABASE_CLOSED},
    {"DatabaseError", CX_DATABASE},
    {"DocNotFoundError", CX_DOCUMENT_NOT_FOUND},
    {"InvalidArgumentError", CX_INVALID_ARGUMENT},
    {"QueryParserError", CX_INVALID_ARGUMENT},
    {"InvalidOperationError", CX_INVALID_OPERATION},
    {"UnimplementedError", CX_UNSUPPORTED},
    {"FeatureUnavailableError", CX_UNSUPPORTED},
    {"WildcardError", CX_TOO_MANY_TERMS},
};

bool tells_of_full_disk(const char *text) {
    return text && (std::strstr(text, "No space left on device") || std::strstr(text, "Disk quota exceeded"));
}

cx_kind kind_of(const Xapian::Error &exception) {
    // Xapian keeps the text of errno, not its number; if undoing the changes also failed, the text is in the message.
    if (tells_of_full_disk(exception.get_error_string()) || tells_of_full_disk(exception.get_msg().c_str())) {
        return CX_DISK_FULL;
    }
    // A truncated table, which Xapian reports like any other read error.
    if (exception.get_msg().compare(0, 17, "EOF reading block") == 0) return CX_DATABASE_CORRUPT;
    // Compressed data that is invalid.
    if (exception.get_msg().compare(0, 14, "inflate failed") == 0) return CX_DATABASE_CORRUPT;
    if (std::strcmp(exception.get_type(), "RangeError") == 0) return CX_DATABASE_CORRUPT;
    for (const NamedKind &entry : kinds) {
        if (std::strcmp(entry.name, exception.get_type()) == 0) return entry.kind;
    }
    return CX_OTHER;
}

void fill(cx_error *error, cx_kind kind, const char *message, const char *context = "", const char *reason = "") {
    error->kind = kind;
    std::snprintf(error->message, sizeof error->message, "%s%s%s%s%s%s", message, *context ? " (" : "", context,
                  *context ? ")" : "", *reason ? ": " : "", reason);
}

}  // namespace

void cx::describe_current_exception(cx_error *error) noexcept {
    // The outer handler is for errors while an error is being described, such as running out of memory again.
    try {
        try {
            throw;
        } catch (const Stopped &stopped) {
            fill(error, stopped.kind, stopped.kind == CX_CANCELLED ? "search cancelled" : "search past its deadline");
        } catch (const Xapian::Error &exception) {
            const char *reason = exception.get_error_string();
            fill(error, kind_of(exception), exception.get_msg().c_str(), exception.get_context().c_str(),
                 reason ? reason : "");
        } catch (const std::bad_alloc &) {
            fill(error, CX_MEMORY, "out of memory");
        } catch (const std::exception &exception) {
            fill(error, CX_OTHER, exception.what());
        } catch (...) {
            fill(error, CX_OTHER, "unknown C++ exception");
        }
    } catch (...) {
        fill(error, CX_OTHER, "an error that could not be described");
    }
}
