#define _GNU_SOURCE
#include "cstage.h"

#include <fcntl.h>
#include <ftw.h>
#include <grp.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>

static void become(const char *program, char *const arguments[], char *const environment[], const char *folder) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  // A file that may not grow stands for a full disk, which sends no signal.
  signal(SIGXFSZ, SIG_IGN);
  close_range(3, ~0U, 0);
  if (chdir(folder) != 0) _exit(126);
  execve(program, arguments, environment);
  _exit(127);
}

int cstage_spawn(const char *program, char *const arguments[], char *const environment[], const char *folder,
                 int input, int output, int errors, unsigned int user) {
  pid_t child = fork();
  if (child != 0) return child;
  setsid();
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0) _exit(126);
  if (user != 0 && (setgroups(0, NULL) != 0 || setgid(user) != 0 || setuid(user) != 0)) _exit(126);
  become(program, arguments, environment, folder);
  return -1;
}

int cstage_open_terminal(int columns, int rows, int *master, int *slave) {
  *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (*master < 0) return -1;
  char name[128];
  if (grantpt(*master) != 0 || unlockpt(*master) != 0 || ptsname_r(*master, name, sizeof name) != 0) {
    close(*master);
    return -1;
  }
  *slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*slave < 0) {
    close(*master);
    return -1;
  }
  return cstage_resize(*master, columns, rows);
}

int cstage_spawn_on_terminal(const char *program, char *const arguments[], char *const environment[],
                             const char *folder, int slave) {
  pid_t child = fork();
  if (child != 0) return child;
  setsid();
  if (ioctl(slave, TIOCSCTTY, 0) != 0) _exit(126);
  if (dup2(slave, 0) < 0 || dup2(slave, 1) < 0 || dup2(slave, 2) < 0) _exit(126);
  become(program, arguments, environment, folder);
  return -1;
}

int cstage_limit_files(int process, long bytes) {
  struct rlimit limit;
  if (prlimit(process, RLIMIT_FSIZE, NULL, &limit) != 0) return -1;
  limit.rlim_cur = bytes < 0 ? limit.rlim_max : (rlim_t)bytes;
  return prlimit(process, RLIMIT_FSIZE, &limit, NULL);
}

int cstage_resize(int terminal, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(terminal, TIOCSWINSZ, &size);
}

int cstage_unread(int slave) {
  int count = 0;
  return ioctl(slave, FIONREAD, &count) == 0 ? count : 0;
}

int cstage_ended(int process, int *code) {
  int status = 0;
  if (waitpid(process, &status, WNOHANG) != process) return 0;
  *code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return 1;
}

int cstage_scratch(void) { return memfd_create("scratch", MFD_CLOEXEC); }

int cstage_filled_pipe(const void *bytes, long count) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  long written = count == 0 ? 0 : write(ends[1], bytes, (size_t)count);
  close(ends[1]);
  fcntl(ends[0], F_SETFL, 0);
  if (written == count) return ends[0];
  close(ends[0]);
  return -1;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void speak_unicode(void) { setlocale(LC_CTYPE, "C.UTF-8"); }

int cstage_columns(unsigned int scalar) {
  pthread_once(&once, speak_unicode);
  return wcwidth((wchar_t)scalar);
}

static int open_up(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)place;
  if (kind == FTW_D || kind == FTW_DNR) chmod(path, 0700);
  return 0;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)kind, (void)place;
  remove(path);
  return 0;
}

void cstage_remove(const char *folder) {
  nftw(folder, open_up, 16, FTW_PHYS);
  nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}
