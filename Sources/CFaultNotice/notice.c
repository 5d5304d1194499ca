#include "CFaultNotice.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS};
static const char *const names[] = {"SIGSEGV", "SIGBUS", "SIGFPE", "SIGILL", "SIGTRAP", "SIGABRT", "SIGSYS"};
enum { fault_count = sizeof faults / sizeof *faults, stack_size = 1 << 16 };

static char program_name[256] = "";
static char mark_path[4096] = "";
static const char *_Atomic current_activity = NULL;
static atomic_flag is_told = ATOMIC_FLAG_INIT;

struct text {
    char bytes[1024];
    size_t length;
};

static void append(struct text *text, const char *more) {
    while (*more && text->length < sizeof text->bytes - 1) text->bytes[text->length++] = *more++;
}

static void append_number(struct text *text, unsigned number) {
    char digits[12];
    size_t place = sizeof digits - 1;
    digits[place] = '\0';
    do {
        digits[--place] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    append(text, digits + place);
}

static void write_text(int file, const struct text *text) {
    size_t done = 0;
    while (done < text->length) {
        const ssize_t count = write(file, text->bytes + done, text->length - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        done += (size_t)count;
    }
}

/// Writes the line and the marker, only for the first thread that calls it.
static void tell(const struct text *reason) {
    if (atomic_flag_test_and_set(&is_told)) return;
    struct text line = {.length = 0};
    append(&line, program_name);
    append(&line, *program_name ? ": " : "");
    append(&line, reason->bytes);
    append(&line, ", so this process ends; what was committed is kept");
    append(&line, *mark_path ? ", and the index is checked at the next start\n" : "\n");
    write_text(STDERR_FILENO, &line);
    if (!*mark_path) return;
    const int file = open(mark_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return;
    struct text mark = {.length = 0};
    append(&mark, reason->bytes);
    append(&mark, "\n");
    const char *activity = atomic_load(&current_activity);
    if (activity) {
        append(&mark, activity);
        append(&mark, "\n");
    }
    write_text(file, &mark);
    close(file);
}

static void on_fault(int number, siginfo_t *info, void *context) {
    (void)context;
    const int saved = errno;
    struct text reason = {.length = 0};
    append(&reason, "a fault (signal ");
    append_number(&reason, (unsigned)number);
    for (size_t i = 0; i < fault_count; ++i) {
        if (faults[i] != number) continue;
        append(&reason, ", ");
        append(&reason, names[i]);
    }
    append(&reason, ")");
    reason.bytes[reason.length] = '\0';
    tell(&reason);
    errno = saved;
    // The handler has been reset. A real fault recurs at its instruction and ends the process there; a signal that was sent does not.
    if (info->si_code <= 0) raise(number);
}

void fault_notice_install(const char *program, const char *mark) {
    strncpy(program_name, program, sizeof program_name - 1);
    const int fits = mark && strlen(mark) < sizeof mark_path;
    strcpy(mark_path, fits ? mark : "");
    fault_notice_prepare_thread();
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_SIGINFO | SA_RESETHAND | SA_ONSTACK;
    action.sa_sigaction = on_fault;
    for (size_t i = 0; i < fault_count; ++i) sigaction(faults[i], &action, NULL);
}

static void free_stack(void *stack) {
    stack_t none = {.ss_flags = SS_DISABLE};
    sigaltstack(&none, NULL);
    free(stack);
}

static pthread_key_t stack_key;
static void make_key(void) { pthread_key_create(&stack_key, free_stack); }

void fault_notice_prepare_thread(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    // A thread that was started by one of a dispatch queue has inherited a mask that blocks nearly everything.
    sigset_t signals;
    sigemptyset(&signals);
    for (size_t i = 0; i < fault_count; ++i) sigaddset(&signals, faults[i]);
    pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
    stack_t present;
    // AddressSanitizer gives threads a stack of its own.
    if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
    pthread_once(&once, make_key);
    void *stack = malloc(stack_size);
    if (!stack) return;
    const stack_t chosen = {.ss_sp = stack, .ss_size = stack_size};
    if (pthread_setspecific(stack_key, stack) != 0 || sigaltstack(&chosen, NULL) != 0) free_stack(stack);
}

void fault_notice_set_activity(const char *activity) { atomic_store(&current_activity, activity); }

void fault_notice_end(const char *reason, int status) {
    struct text text = {.length = 0};
    append(&text, reason);
    text.bytes[text.length] = '\0';
    tell(&text);
    _exit(status);
}
