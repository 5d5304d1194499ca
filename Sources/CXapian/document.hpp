// Converts flat documents to Xapian's own.
#pragma once

#include "shim.hpp"

namespace cx {

/// Builds a document; throws InvalidArgumentError if Xapian cannot store it.
Xapian::Document make_document(const cx_document &flat);
/// Throws InvalidArgumentError for a term that is empty or too long to be stored.
void require_storable_term(cx_bytes term);
/// Throws InvalidArgumentError for data, or a value, too large to be stored.
void require_storable_size(const char *what, size_t size);

}  // namespace cx
