#define _GNU_SOURCE
#include "csystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void csystem_window_size(int fd, int *columns, int *rows) {
  struct winsize size;
  *columns = 0;
  *rows = 0;
  if (ioctl(fd, TIOCGWINSZ, &size) == 0) {
    *columns = size.ws_col;
    *rows = size.ws_row;
  }
}

static void watched(sigset_t *set) {
  sigemptyset(set);
  sigaddset(set, SIGINT);
  sigaddset(set, SIGTERM);
  sigaddset(set, SIGHUP);
  sigaddset(set, SIGWINCH);
}

int csystem_block_signals(void) {
  sigset_t set;
  watched(&set);
  if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) return -1;
  signal(SIGPIPE, SIG_IGN);
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

void csystem_unblock_signals(void) {
  sigset_t set;
  watched(&set);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  signal(SIGPIPE, SIG_DFL);
}

int csystem_next_signal(int fd) {
  struct signalfd_siginfo info;
  return read(fd, &info, sizeof info) == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

int csystem_run_shell(const char *script, const char *argument) {
  pid_t child = fork();
  if (child < 0) return -1;
  if (child == 0) {
    csystem_unblock_signals();
    execl("/bin/sh", "sh", "-c", script, "sh", argument, (char *)NULL);
    _exit(127);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

long csystem_local_offset(int64_t seconds, char *abbreviation, int capacity) {
  time_t moment = (time_t)seconds;
  struct tm local;
  memset(&local, 0, sizeof local);
  localtime_r(&moment, &local);
  snprintf(abbreviation, (size_t)capacity, "%s", local.tm_zone ? local.tm_zone : "");
  return local.tm_gmtoff;
}

void csystem_set_zone(const char *name) {
  setenv("TZ", name, 1);
  tzset();
}
