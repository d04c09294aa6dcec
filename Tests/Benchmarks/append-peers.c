// Writes the lines of a file, each durable before the next: `append-peers write|sqlite FILE LINES`. `write` appends
// them to a plain file with fdatasync; `sqlite` inserts them with the record's own table and pragmas, and with
// nothing else. Prints how many in a second, and the 99th percentile in milliseconds.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { most = 100000 };
static double times[most];

static double now(void) {
  struct timespec moment;
  clock_gettime(CLOCK_MONOTONIC, &moment);
  return (double)moment.tv_sec * 1e3 + (double)moment.tv_nsec / 1e6;
}

static int by_size(const void *left, const void *right) {
  double difference = *(const double *)left - *(const double *)right;
  return difference < 0 ? -1 : difference > 0;
}

static void must(int holds, const char *what) {
  if (holds) return;
  perror(what);
  exit(1);
}

static void run(sqlite3 *database, const char *sql) {
  must(sqlite3_exec(database, sql, NULL, NULL, NULL) == SQLITE_OK, sql);
}

int main(int count, char **arguments) {
  if (count != 4) return 64;
  int is_plain = strcmp(arguments[1], "write") == 0;
  FILE *lines = fopen(arguments[3], "r");
  must(lines != NULL, arguments[3]);
  int file = -1;
  sqlite3 *database = NULL;
  sqlite3_stmt *begin = NULL, *insert = NULL, *commit = NULL;
  char link[32] = {0};
  if (is_plain) {
    file = open(arguments[2], O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
    must(file >= 0, arguments[2]);
  } else {
    must(sqlite3_open(arguments[2], &database) == SQLITE_OK, arguments[2]);
    run(database, "PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA journal_mode=WAL");
    run(database, "CREATE TABLE runs (id TEXT PRIMARY KEY) STRICT; INSERT INTO runs VALUES ('POST-0001')");
    run(database,
      "CREATE TABLE events (run TEXT NOT NULL REFERENCES runs, sequence INTEGER NOT NULL, payload BLOB NOT NULL, "
      "link BLOB NOT NULL, PRIMARY KEY (run, sequence)) STRICT, WITHOUT ROWID");
    sqlite3_prepare_v2(database, "BEGIN IMMEDIATE", -1, &begin, NULL);
    sqlite3_prepare_v2(database, "INSERT INTO events VALUES ('POST-0001', ?, ?, ?)", -1, &insert, NULL);
    sqlite3_prepare_v2(database, "COMMIT", -1, &commit, NULL);
  }
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  int number = 0;
  double total = 0;
  while (number < most && (length = getline(&line, &room, lines)) > 0) {
    double start = now();
    if (is_plain) {
      must(write(file, line, (size_t)length) == length && fdatasync(file) == 0, "write");
    } else {
      must(sqlite3_step(begin) == SQLITE_DONE, "begin");
      sqlite3_reset(begin);
      sqlite3_bind_int(insert, 1, number + 2);
      sqlite3_bind_blob(insert, 2, line, (int)length - 1, SQLITE_STATIC);
      sqlite3_bind_blob(insert, 3, link, sizeof link, SQLITE_STATIC);
      must(sqlite3_step(insert) == SQLITE_DONE, "insert");
      sqlite3_reset(insert);
      must(sqlite3_step(commit) == SQLITE_DONE, "commit");
      sqlite3_reset(commit);
    }
    times[number] = now() - start;
    total += times[number++];
  }
  must(number > 0, "lines");
  qsort(times, (size_t)number, sizeof *times, by_size);
  printf("rate %.0f\np99 %.3f\n", number / total * 1e3, times[number * 99 / 100]);
  return 0;
}
