// The bare libyaml event loop that the composer and `playbook check` are measured against.
//
//   raw-events rate FILE...   parses the files again and again; prints MB per second of processor time
//   raw-events list LIST      reads and parses every file named in LIST once, one path a line
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

static void fail(const char *what, const char *path) {
  fprintf(stderr, "raw-events: cannot %s %s\n", what, path);
  exit(1);
}

// A whole file; the room is kept from one file to the next.
static size_t slurp(const char *path, unsigned char **room, size_t *capacity) {
  struct stat status;
  int file = open(path, O_RDONLY);
  if (file < 0 || fstat(file, &status) != 0) fail("open", path);
  size_t size = (size_t)status.st_size;
  if (size > *capacity) {
    *capacity = size;
    *room = realloc(*room, size);
  }
  for (size_t at = 0; at < size;) {
    ssize_t count = read(file, *room + at, size - at);
    if (count <= 0) fail("read", path);
    at += (size_t)count;
  }
  close(file);
  return size;
}

static long parse(const unsigned char *text, size_t size, const char *path) {
  yaml_parser_t parser;
  yaml_event_t event;
  long events = 0;
  if (!yaml_parser_initialize(&parser)) fail("parse", path);
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, text, size);
  for (int ended = 0; !ended; events++) {
    if (!yaml_parser_parse(&parser, &event)) fail("parse", path);
    ended = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return events;
}

static double processor_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void rate(int count, char **paths) {
  unsigned char **texts = calloc((size_t)count, sizeof *texts);
  size_t *sizes = calloc((size_t)count, sizeof *sizes), total = 0;
  for (int index = 0; index < count; index++) {
    size_t capacity = 0;
    sizes[index] = slurp(paths[index], &texts[index], &capacity);
    total += sizes[index];
  }
  double best = 0;
  for (int round = 0; round < 200; round++) {
    double start = processor_seconds();
    for (int index = 0; index < count; index++) parse(texts[index], sizes[index], paths[index]);
    double rate = (double)total / 1e6 / (processor_seconds() - start);
    if (rate > best) best = rate;
  }
  printf("%.1f\n", best);
}

static void list(const char *path) {
  FILE *names = fopen(path, "r");
  if (!names) fail("open", path);
  char *line = NULL;
  unsigned char *room = NULL;
  size_t length = 0, capacity = 0;
  long events = 0;
  while (getline(&line, &length, names) > 0) {
    line[strcspn(line, "\n")] = 0;
    size_t size = slurp(line, &room, &capacity);
    events += parse(room, size, line);
  }
  printf("%ld events\n", events);
}

int main(int count, char **arguments) {
  if (count >= 3 && strcmp(arguments[1], "rate") == 0) rate(count - 2, arguments + 2);
  else if (count == 3 && strcmp(arguments[1], "list") == 0) list(arguments[2]);
  else return 64;
  return 0;
}
