// The few calls that Swift's Glibc module lacks: variadic ones, macros and signalfd.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stdint.h>

/// Columns and rows of the terminal on `fd`; 0 and 0 where it has none.
void csystem_window_size(int fd, int *columns, int *rows);

/// Blocks INT, TERM, HUP, WINCH and ignores PIPE for the whole process, and gives a descriptor that reads them.
int csystem_block_signals(void);

/// Lets the signals through again, for a child that is about to run.
void csystem_unblock_signals(void);

/// The next signal of `csystem_block_signals`; 0 where none waits.
int csystem_next_signal(int fd);

/// Starts `/bin/sh -c script script argument` on this terminal and waits; its status, or -1 and errno.
int csystem_run_shell(const char *script, const char *argument);

/// Seconds that local clocks are ahead of UTC at `seconds`, by the zone of TZ; copies its abbreviation.
long csystem_local_offset(int64_t seconds, char *abbreviation, int capacity);

/// Sets TZ and makes the C library read it.
void csystem_set_zone(const char *name);

#endif
