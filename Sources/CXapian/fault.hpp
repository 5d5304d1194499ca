// Keeping a fault inside libxapian from ending the process.
//
// libxapian 1.4.22 trusts the lengths and offsets inside a table's blocks: damaged ones make it read where no memory is,
// or go round for ever. Every entry point of the C interface therefore stands under a `Landing`. A fault on the thread
// comes back there and becomes a CX_DATABASE_CORRUPT; a search that goes on for a second after its guard told it to end comes
// back as cancelled or late.
//
// What libxapian held at that moment is left as it is: the handle is given up, its memory and descriptors are lost. So a
// database that faults again and again is no longer opened.
#pragma once

#include <xapian.h>

#include <pthread.h>
#include <setjmp.h>

#include <string>

#include "CXapian.h"

namespace cx {

/// Where a call of the C interface comes back to when it faults.
struct Landing {
    sigjmp_buf place;
    Landing *outer = nullptr;
    /// The database that the call works on, once it is known.
    cx_database *handle = nullptr;
    /// What the search is to be stopped by, while the watchdog looks after it.
    const cx_guard *guard = nullptr;
    pthread_t thread{};
    unsigned overdue = 0;
};

/// Makes a landing the thread's own; before it, installs what catches faults.
void enter(Landing &landing) noexcept;
/// Gives the thread back the landing from before.
void leave(Landing &landing) noexcept;
/// Cleans up after a call that came back by a fault, and describes that.
void describe_fault(Landing &landing, int signal, cx_error *error) noexcept;

/// Leaves a landing when a call ends as calls do.
class Leaving {
    Landing &landing;

   public:
    explicit Leaving(Landing &landing_) : landing(landing_) {}
    ~Leaving() { leave(landing); }
    Leaving(const Leaving &) = delete;
    Leaving &operator=(const Leaving &) = delete;
};

/// Keeps a database that must never be destroyed where a search for leaks finds it.
void keep_for_ever(Xapian::Database *database) noexcept;
/// Notes which database the thread's call works on.
void work_on(cx_database *handle) noexcept;
/// Has the watchdog see to it that the thread's call ends when its guard says so; a null guard says nothing.
void watch(const cx_guard *guard);

/// Throws where the database at a path has faulted too often.
void refuse_faulty(const std::string &path);

}  // namespace cx
