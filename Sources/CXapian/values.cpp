// Merges values into their table with the disk blocks reserved beforehand.

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "shim.hpp"

// Xapian 1.4.22 writes the changed values in the destructor of its ValueUpdater, during a commit. An exception there,
// or during unwinding after a failed write, makes C++ end the process. So the blocks that this may need are reserved
// first, values are merged before the rest of a commit, and the unused part of the reservation is released.

namespace {

// Xapian's default block size; databases created by a compaction have half of it.
constexpr uint64_t block_size = 8192;
// The size up to which Xapian fills a chunk of values, less the overhead of each value.
constexpr uint64_t chunk_size = 1000;
constexpr uint64_t least_slots = 8;
constexpr uint64_t least_blocks = 32;

/// The maximum number of blocks to which the values of these changes may be written.
uint64_t most_blocks(const cx::Pending &pending, uint64_t table_size) {
    const uint64_t slots = std::max(pending.slots, least_slots);
    // An existing document's values may be anywhere, but in no more blocks than the table has; a new one's are at the
    // end.
    const uint64_t anywhere = std::min(pending.replaced * slots, table_size / block_size + 1);
    // Each chunk may need a copy of its block and, if that is full, another block.
    return least_blocks + 2 * (anywhere + 2 * slots + pending.value_bytes / chunk_size);
}

/// Blocks of a file that are allocated before they are written; the destructor releases those that were not used.
class Reservation {
    int file;
    uint64_t size = 0;

    off_t end() const {
        struct stat status;
        return fstat(file, &status) == 0 ? status.st_size : 0;
    }

   public:
    Reservation(const std::string &path, const cx::Pending &pending) : file(open(path.c_str(), O_WRONLY | O_CLOEXEC)) {
        if (file < 0) throw Xapian::DatabaseError("cannot open " + path, errno);
        size = most_blocks(pending, static_cast<uint64_t>(end())) * block_size;
        // Blocks are not written in order: the last ones of the file may be holes.
        const off_t start = std::max<off_t>(0, end() - static_cast<off_t>(least_blocks * block_size));
        const off_t length = end() - start + static_cast<off_t>(size);
        int number = fallocate(file, FALLOC_FL_KEEP_SIZE, start, length) == 0 ? 0 : errno;
        if (number == EOPNOTSUPP || number == ENOSYS) number = has_room() ? 0 : ENOSPC;
        if (number == 0) return;
        give_back();
        throw Xapian::DatabaseError("there is no space for the values", number);
    }
    ~Reservation() { give_back(); }
    Reservation(const Reservation &) = delete;
    Reservation &operator=(const Reservation &) = delete;

   private:
    bool has_room() const {
        struct statvfs status;
        return fstatvfs(file, &status) == 0 && status.f_bavail * status.f_frsize >= size;
    }

    void give_back() {
        const off_t rest = (end() + static_cast<off_t>(block_size) - 1) / static_cast<off_t>(block_size);
        fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, rest * static_cast<off_t>(block_size),
                  static_cast<off_t>(2 * size));
        close(file);
    }
};

}  // namespace

void cx::merge_values(cx_database *handle, Xapian::WritableDatabase &database) {
    if (handle->pending.replaced == 0 && handle->pending.value_bytes == 0) return;
    try {
        const Reservation reservation(handle->path + "/postlist.glass", handle->pending);
        // Xapian merges values before it lists them, whichever slot is listed.
        database.valuestream_begin(0);
    } catch (...) {
        // As after any other failed write, the changes are discarded: otherwise closing the database would try again.
        handle->pending = Pending();
        discard_changes(database);
        throw;
    }
    // The remaining counters still count towards Xapian's own threshold.
    handle->pending.replaced = handle->pending.value_bytes = 0;
}

void cx::discard_changes(Xapian::WritableDatabase &database) {
    try {
        // Cancelling a transaction also discards the changes before it, unless its beginning has committed those.
        database.begin_transaction(false);
    } catch (const Xapian::InvalidOperationError &) {
        // A transaction is already open.
    }
    database.cancel_transaction();
}
