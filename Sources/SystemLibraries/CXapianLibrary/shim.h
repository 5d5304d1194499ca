// <xapian.h> is C++ and is included by the CXapian target alone: this module only carries the link flags.
