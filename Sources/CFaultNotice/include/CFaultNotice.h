/// What a process does in its last moment, when it faults: a line on standard error, and a mark in a file.
///
/// Nothing is cleaned up and nothing goes on afterwards. Only calls that are safe in a signal handler are made: signal-safety(7).
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/// Has faults of any thread (SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS) written down before they end the process.
///
/// To be called before there is a second thread, or at least before any other call; a later call changes the texts.
///
/// - program: what the line begins with; cut off after 255 bytes.
/// - mark: the path of the file to be written; null, or longer than 4095 bytes: none.
void fault_notice_install(const char *_Nonnull program, const char *_Nullable mark);

/// Gives the calling thread a stack for the handler, for where its own is used up, and has it take faults.
void fault_notice_prepare_thread(void);

/// What the process is about, which the mark says; null for nothing. The text has to live for ever.
void fault_notice_set_activity(const char *_Nullable activity);

/// Ends the process at once with a status, a line with the reason and the mark.
_Noreturn void fault_notice_end(const char *_Nonnull reason, int status);

#ifdef __cplusplus
}
#endif
