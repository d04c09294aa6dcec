// How long the disk itself takes: `sync-timer FOLDER` appends what one saved answer appends to SQLite's log
// (four pages of 4 KiB, each with its head) and waits for fdatasync; prints the milliseconds of 40 such waits.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int main(int count, char **arguments) {
  char path[4096], pages[4 * (4096 + 24)];
  if (count != 2) return 64;
  snprintf(path, sizeof path, "%s/sync-timer", arguments[1]);
  memset(pages, 'x', sizeof pages);
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0) {
    perror(path);
    return 1;
  }
  for (int index = 0; index < 40; index++) {
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    if (write(file, pages, sizeof pages) != (ssize_t)sizeof pages || fdatasync(file) != 0) return 1;
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.3f\n", (double)(end.tv_sec - start.tv_sec) * 1e3 + (double)(end.tv_nsec - start.tv_nsec) / 1e6);
  }
  close(file);
  unlink(path);
  return 0;
}
