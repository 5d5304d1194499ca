/// Reports a fault just before it ends the process: a line on standard error, and a marker file.
///
/// Nothing is cleaned up, and the process does not continue. Only async-signal-safe functions are called, see signal-safety(7).
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/// Installs handlers that report SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT and SIGSYS before they end the process.
///
/// Call it before other threads use this library; a later call changes the texts.
///
/// - program: what the line begins with; cut off after 255 bytes.
/// - mark: the path of the marker file; none is written if it is null or longer than 4095 bytes.
void fault_notice_install(const char *_Nonnull program, const char *_Nullable mark);

/// Gives the calling thread an alternate signal stack, and unblocks these signals.
void fault_notice_prepare_thread(void);

/// Sets what the marker says that the process was doing; null for nothing. The text must have static storage.
void fault_notice_set_activity(const char *_Nullable activity);

/// Ends the process immediately with an exit status, after writing the line with the reason and the marker.
_Noreturn void fault_notice_end(const char *_Nonnull reason, int status);

#ifdef __cplusplus
}
#endif
