// Starting a program on files or on a pseudo-terminal, and what else Swift's Glibc module lacks for it.
#ifndef CSTAGE_H
#define CSTAGE_H

/// Starts a program in a session of its own on three descriptors; its process id, or -1 and errno.
/// `user` is whom it runs as; 0 is the one who starts it.
int cstage_spawn(const char *program, char *const arguments[], char *const environment[], const char *folder,
                 int input, int output, int errors, unsigned int user);

/// Opens a pseudo-terminal of this size and gives both ends; 0, or -1 and errno.
int cstage_open_terminal(int columns, int rows, int *master, int *slave);

/// Starts a program in a session of its own whose controlling terminal is `slave`.
int cstage_spawn_on_terminal(const char *program, char *const arguments[], char *const environment[],
                             const char *folder, int slave);

/// Sets the size of a terminal, which tells whoever runs on it.
int cstage_resize(int terminal, int columns, int rows);

/// The most bytes that a file of a running process may grow to; below 0 for no limit. 0, or -1 and errno.
int cstage_limit_files(int process, long bytes);

/// How many typed bytes nobody has read yet.
int cstage_unread(int slave);

/// Whether the process has ended: 1 and its exit code, or minus its signal; 0 while it runs.
int cstage_ended(int process, int *code);

/// A file without a name, for a program to write to; -1 and errno.
int cstage_scratch(void);

/// The reading end of a pipe that holds these bytes and is closed at the other; -1 where they do not fit.
int cstage_filled_pipe(const void *bytes, long count);

/// Columns that a terminal gives to one scalar, by the C library's own table; -1 for a control.
int cstage_columns(unsigned int scalar);

/// Removes a folder and everything in it, also what is write-protected.
void cstage_remove(const char *folder);

#endif
