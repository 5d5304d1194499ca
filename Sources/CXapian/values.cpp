// Merging values into their table with the disk blocks reserved beforehand.

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "shim.hpp"

// Xapian 1.4.22 writes the values that were changed in the destructor of its ValueUpdater, while it commits. An exception
// there, or during unwinding after a write has failed, makes C++ end the process. So the blocks that this may need are
// reserved first, values are merged before the rest of a commit, and the unused part of the reservation is released.

namespace {

// Xapian's own for a database that is not a compaction's; those have half of it.
constexpr uint64_t block_size = 8192;
// What Xapian fills a chunk of values up to, with room for what stands beside each value.
constexpr uint64_t chunk_size = 1000;
constexpr uint64_t least_slots = 8;
constexpr uint64_t least_blocks = 32;

/// The most blocks that the values of these changes may be written to.
uint64_t most_blocks(const cx::Pending &pending, uint64_t table_size) {
    const uint64_t slots = std::max(pending.slots, least_slots);
    // A document that was there has its values anywhere, if not in more blocks than there are; a new one at the end.
    const uint64_t anywhere = std::min(pending.replaced * slots, table_size / block_size + 1);
    // Each may need a copy of its block and, where that is full, another one.
    return least_blocks + 2 * (anywhere + 2 * slots + pending.value_bytes / chunk_size);
}

/// Blocks of a file that are there before they are written, given back with this object as far as they were not.
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
        throw Xapian::DatabaseError("there is no room for the values", number);
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
        // Xapian merges before it lists values, whatever slot they are of.
        database.valuestream_begin(0);
    } catch (...) {
        // As after any other write that failed, the changes are gone: otherwise closing the database would try once more.
        handle->pending = Pending();
        discard_changes(database);
        throw;
    }
    // What is left counts towards Xapian's own threshold still.
    handle->pending.replaced = handle->pending.value_bytes = 0;
}

void cx::discard_changes(Xapian::WritableDatabase &database) {
    try {
        // A transaction that is cancelled takes what was changed before it along, unless its beginning commits that.
        database.begin_transaction(false);
    } catch (const Xapian::InvalidOperationError &) {
        // One is going on.
    }
    database.cancel_transaction();
}
