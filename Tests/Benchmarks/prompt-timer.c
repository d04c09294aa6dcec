// Times a program on a pseudo-terminal, from its start and from each Enter to its next prompt.
//
//   prompt-timer LINES PROGRAM ARGUMENT...   LINES is a file of lines to type, one after each prompt
//
// Prints `prompt MS`, `processor MS` and `resident KB` for the first prompt, then for each line `saved MS`
// where the program wrote "Saved", else `shown MS`.
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pid_t child;
static int terminal;
// What came since the last Enter, and the end of it.
static char seen[1 << 20];
static size_t length;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void fail(const char *why) {
  fprintf(stderr, "prompt-timer: %s; seen: %.*s\n", why, (int)length, seen);
  if (child > 0) kill(child, SIGKILL);
  exit(1);
}

// A prompt ends in "> "; drawn by the line editor, the cursor is then moved right to behind it.
static int at_prompt(void) {
  size_t end = length;
  if (end > 0 && seen[end - 1] == 'C') {
    end--;
    while (end > 0 && seen[end - 1] >= '0' && seen[end - 1] <= '9') end--;
    if (end < 3 || memcmp(seen + end - 3, "\r\033[", 3) != 0) return 0;
    end -= 3;
  }
  return end >= 2 && memcmp(seen + end - 2, "> ", 2) == 0;
}

static void await_prompt(void) {
  for (double limit = now() + 10e3; !at_prompt();) {
    struct pollfd waiting = {.fd = terminal, .events = POLLIN};
    if (now() > limit || length == sizeof seen) fail("no prompt came");
    if (poll(&waiting, 1, 1000) <= 0) continue;
    ssize_t count = read(terminal, seen + length, sizeof seen - length);
    if (count <= 0) fail("the program ended");
    length += (size_t)count;
  }
}

static void type(const char *text) {
  length = 0;
  if (write(terminal, text, strlen(text)) < 0) fail(strerror(errno));
}

static long number_in(const char *name, const char *key) {
  char path[64], line[256];
  long found = 0;
  snprintf(path, sizeof path, "/proc/%d/%s", (int)child, name);
  FILE *file = fopen(path, "r");
  if (!file) return 0;
  while (fgets(line, sizeof line, file)) {
    if (strncmp(line, key, strlen(key)) == 0) {
      found = atol(line + strlen(key));
      break;
    }
  }
  fclose(file);
  return found;
}

int main(int count, char **arguments) {
  if (count < 3) return 64;
  FILE *lines = fopen(arguments[1], "r");
  if (!lines) {
    perror(arguments[1]);
    return 1;
  }
  struct winsize size = {.ws_row = 24, .ws_col = 80};
  double start = now();
  child = forkpty(&terminal, NULL, NULL, &size);
  if (child < 0) fail("no pseudo-terminal");
  if (child == 0) {
    execvp(arguments[2], arguments + 2);
    _exit(127);
  }
  await_prompt();
  printf("prompt %.3f\n", now() - start);
  printf("processor %.3f\n", (double)number_in("schedstat", "") / 1e6);
  printf("resident %ld\n", number_in("status", "VmHWM:"));
  char line[1024];
  while (fgets(line, sizeof line - 1, lines)) {
    line[strcspn(line, "\n")] = 0;
    strcat(line, "\r");
    start = now();
    type(line);
    await_prompt();
    double taken = now() - start;
    printf("%s %.3f\n", memmem(seen, length, "Saved", 5) ? "saved" : "shown", taken);
  }
  kill(child, SIGTERM);
  for (double limit = now() + 5e3;;) {
    struct pollfd waiting = {.fd = terminal, .events = POLLIN};
    if (poll(&waiting, 1, 50) > 0 && read(terminal, seen, sizeof seen) <= 0) usleep(1000);
    if (waitpid(child, NULL, WNOHANG) == child) return 0;
    if (now() > limit) fail("the program did not end");
  }
}
