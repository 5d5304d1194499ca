// Keeping a fault inside libxapian from ending the process.

#include "fault.hpp"

#include <dirent.h>
#include <dlfcn.h>
#include <link.h>
#include <signal.h>
#include <sys/statvfs.h>
#include <ucontext.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "shim.hpp"

namespace {

constexpr int faults[] = {SIGSEGV, SIGBUS, SIGFPE};
// Ignored where nobody handles it, so that one which comes too late does no harm.
constexpr int nudge = SIGURG;
// Each fault may cost some descriptors and memory.
constexpr unsigned most_faults = 32;

thread_local cx::Landing *current = nullptr;
thread_local bool is_ready = false;

struct sigaction previous[NSIG];
// The instructions of libxapian.
uintptr_t code_start = 0, code_end = 0;
std::atomic<unsigned> fault_count{0};

uintptr_t interrupted_at(void *context) {
    const auto *machine = &static_cast<ucontext_t *>(context)->uc_mcontext;
#if defined(__x86_64__)
    return static_cast<uintptr_t>(machine->gregs[REG_RIP]);
#elif defined(__aarch64__)
    return machine->pc;
#else
    return 0;
#endif
}

/// A fault of a thread that is in libxapian comes back to the call; any other goes its way.
void on_fault(int signal, siginfo_t *, void *) {
    cx::Landing *landing = current;
    if (landing) siglongjmp(landing->place, signal);
    sigaction(signal, &previous[signal], nullptr);
}

std::terminate_handler previous_terminate = nullptr;

/// libxapian 1.4.22 may throw again while it cleans up after a write that failed, which C++ ends the process for. A write comes
/// back to its call instead; anything else goes its way.
[[noreturn]] void on_terminate() {
    cx::Landing *landing = current;
    if (landing && landing->handle && landing->handle->writable) siglongjmp(landing->place, SIGABRT);
    if (previous_terminate) previous_terminate();
    std::abort();
}

/// A search that should have ended comes back, unless it is in another library just now, which may hold a lock.
void on_nudge(int, siginfo_t *, void *context) {
    cx::Landing *landing = current;
    if (!landing || !landing->guard || cx_guard_state(landing->guard) == CX_OK) return;
    const uintptr_t place = interrupted_at(context);
    if (place >= code_start && place < code_end) siglongjmp(landing->place, nudge);
}

int find_code(struct dl_phdr_info *object, size_t, void *address) {
    const auto wanted = reinterpret_cast<uintptr_t>(address);
    for (size_t i = 0; i < object->dlpi_phnum; ++i) {
        const auto &part = object->dlpi_phdr[i];
        const uintptr_t start = object->dlpi_addr + part.p_vaddr;
        if (part.p_type != PT_LOAD || !(part.p_flags & PF_X) || wanted < start || wanted >= start + part.p_memsz) continue;
        code_start = start;
        code_end = start + part.p_memsz;
        return 1;
    }
    return 0;
}

void install() {
    Dl_info info;
    // A function's address may be that of a stub in this program; the library's own table has the real one.
    void *library = dlopen("libxapian.so.30", RTLD_NOW | RTLD_NOLOAD);
    void *inside = library ? dlsym(library, "_ZN6Xapian8DatabaseC1Ev") : nullptr;
    if (inside && dladdr(inside, &info)) dl_iterate_phdr(find_code, inside);
    if (library) dlclose(library);
    struct sigaction action {};
    sigemptyset(&action.sa_mask);
    // The jump out of the handler leaves the mask of signals as it is, so none may be added to it.
    action.sa_flags = SA_SIGINFO | SA_NODEFER | SA_RESTART;
    action.sa_sigaction = on_fault;
    for (const int signal : faults) sigaction(signal, &action, &previous[signal]);
    action.sa_sigaction = on_nudge;
    sigaction(nudge, &action, &previous[nudge]);
    previous_terminate = std::set_terminate(on_terminate);
}

/// Looks after searches that have a guard, on a thread of its own, and nudges those that go on past their end.
class Watchdog {
    std::mutex mutex;
    std::condition_variable arrivals;
    std::vector<cx::Landing *> watched;
    bool is_started = false;

    static constexpr std::chrono::milliseconds period{250};
    static constexpr unsigned patience = 4;

    void run() {
        std::unique_lock<std::mutex> lock(mutex);
        while (true) {
            arrivals.wait(lock, [this] { return !watched.empty(); });
            arrivals.wait_for(lock, period, [] { return false; });
            // Who is watched cannot leave before the lock is free, so the thread is there and in its call.
            for (cx::Landing *landing : watched) {
                if (cx_guard_state(landing->guard) == CX_OK) continue;
                if (++landing->overdue >= patience) pthread_kill(landing->thread, nudge);
            }
        }
    }

   public:
    void add(cx::Landing *landing) {
        const std::lock_guard<std::mutex> lock(mutex);
        watched.push_back(landing);
        if (!is_started) {
            std::thread([this] { run(); }).detach();
            is_started = true;
        }
        if (watched.size() == 1) arrivals.notify_one();
    }

    void remove(cx::Landing *landing) {
        const std::lock_guard<std::mutex> lock(mutex);
        watched.erase(std::remove(watched.begin(), watched.end(), landing), watched.end());
    }
};

/// Never destroyed: its thread outlives `main`.
Watchdog &watchdog() {
    static Watchdog *one = new Watchdog;
    return *one;
}

struct FaultyPaths {
    std::mutex mutex;
    std::map<std::string, unsigned> counts;
};

FaultyPaths &faulty_paths() {
    static FaultyPaths *one = new FaultyPaths;
    return *one;
}

void note_fault(const std::string &path) {
    FaultyPaths &paths = faulty_paths();
    const std::lock_guard<std::mutex> lock(paths.mutex);
    ++paths.counts[path];
}

/// Threads that a dispatch queue's thread started have inherited its mask, which blocks nearly everything.
void unblock() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : faults) sigaddset(&signals, signal);
    sigaddset(&signals, nudge);
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

/// Gives back the lock of a database that is given up without being closed, by its descriptor.
void release_lock(const std::string &path) {
    char *real = realpath((path + "/flintlock").c_str(), nullptr);
    if (!real) return;
    const std::string lock = real;
    std::free(real);
    DIR *descriptors = opendir("/proc/self/fd");
    if (!descriptors) return;
    const int own = dirfd(descriptors);
    std::vector<int> found;
    while (const dirent *entry = readdir(descriptors)) {
        char target[4096];
        const ssize_t length = readlinkat(own, entry->d_name, target, sizeof target);
        if (length > 0 && std::string(target, static_cast<size_t>(length)) == lock) found.push_back(std::atoi(entry->d_name));
    }
    closedir(descriptors);
    for (const int descriptor : found) close(descriptor);
}

/// Whether there is hardly any room where a database lies.
bool is_disk_full(const std::string &path) {
    struct statvfs room;
    return statvfs(path.c_str(), &room) == 0 && room.f_bavail * room.f_frsize < (1u << 20);
}

/// Says what became of a write that libxapian did not survive, and gives the lock back.
void describe_failed_write(const cx_database &handle, cx_error *error) {
    release_lock(handle.path);
    error->kind = is_disk_full(handle.path) ? CX_DISK_FULL : CX_DATABASE;
    std::snprintf(error->message, sizeof error->message, "writing it failed, and so did cleaning up after that");
}

}  // namespace

void cx::enter(Landing &landing) noexcept {
    if (!is_ready) {
        static std::once_flag once;
        std::call_once(once, install);
        unblock();
        is_ready = true;
    }
    landing.outer = current;
    current = &landing;
}

void cx::leave(Landing &landing) noexcept {
    current = landing.outer;
    if (landing.guard) watchdog().remove(&landing);
}

void cx::describe_fault(Landing &landing, int signal, cx_error *error) noexcept {
    leave(landing);
    fault_count.fetch_add(1, std::memory_order_relaxed);
    if (signal == nudge) {
        // A damaged table may have made it go round for ever, but it may also have been slow: its guard was right in either case.
        error->kind = cx_guard_state(landing.guard);
        std::snprintf(error->message, sizeof error->message, "a search in it did not end when it was told to");
    } else if (signal == SIGABRT) {
        error->kind = CX_DATABASE;
        try {
            describe_failed_write(*landing.handle, error);
        } catch (...) {
            std::snprintf(error->message, sizeof error->message, "there is not enough memory");
        }
    } else {
        error->kind = CX_DATABASE_CORRUPT;
        std::snprintf(error->message, sizeof error->message, "reading it made libxapian fail (signal %d)", signal);
    }
    if (!landing.handle) return;
    try {
        if (signal != nudge && signal != SIGABRT) note_fault(landing.handle->path);
    } catch (...) {
        // Without memory the count stays; the handle is given up all the same.
    }
    // Nobody knows what state it is in: not even closing it is safe.
    cx::keep_for_ever(landing.handle->database.release());
    cx::keep_for_ever(landing.handle->first.release());
    landing.handle->writable = nullptr;
    landing.handle->has_faulted = true;
}

void cx::keep_for_ever(Xapian::Database *database) noexcept {
    // In a place of its own, for the heap may be what is broken; beyond these they are lost track of, which does no harm.
    static std::atomic<Xapian::Database *> kept[4096];
    static std::atomic<unsigned> count{0};
    if (!database) return;
    const unsigned place = count.fetch_add(1, std::memory_order_relaxed);
    if (place < sizeof kept / sizeof *kept) kept[place].store(database, std::memory_order_relaxed);
}

void cx::work_on(cx_database *handle) noexcept {
    if (current) current->handle = handle;
}

void cx::watch(const cx_guard *guard) {
    if (!guard || !current || current->guard) return;
    current->thread = pthread_self();
    current->guard = guard;
    try {
        watchdog().add(current);
    } catch (...) {
        current->guard = nullptr;
        throw;
    }
}

void cx::refuse_faulty(const std::string &path) {
    FaultyPaths &paths = faulty_paths();
    const std::lock_guard<std::mutex> lock(paths.mutex);
    const auto found = paths.counts.find(path);
    if (found != paths.counts.end() && found->second >= most_faults) {
        throw Xapian::DatabaseCorruptError("reading it made libxapian fail again and again");
    }
}

bool cx_database_has_faulted(const cx_database *handle) noexcept { return handle->has_faulted; }

unsigned cx_fault_count() noexcept { return fault_count.load(std::memory_order_relaxed); }
