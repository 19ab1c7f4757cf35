// The cat toy's safety at the end of a serial line, for tests. With a clock of the tests' own
//   pty PORT virtual     a line is TIME, or TIME ORDER, !connect N, !lost; the answer ends with its tick
// or as a board would run it, by the machine's clock:
//   pty PORT real
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "safety.h"

static int port;

static void say(const char* line, void*) {
  char out[512];
  int length = snprintf(out, sizeof out, "%s\n", line);
  if (write(port, out, (size_t)length) != length) exit(1);
}


struct Muted {
  bool on = true;
};

static void sayUnlessMuted(const char* line, void* whom) {
  if (!static_cast<Muted*>(whom)->on) say(line, nullptr);
}

static bool readLine(char* line, size_t most) {
  size_t length = 0;
  char next;
  while (read(port, &next, 1) == 1) {
    if (next == '\n') {
      line[length] = 0;
      return true;
    }
    if (length + 1 < most) line[length++] = next;
  }
  return false;
}

static void virtualClock() {
  Muted muted;
  cattoy::ToySafety* toy = new cattoy::ToySafety(sayUnlessMuted, &muted);
  char line[512];
  uint32_t now = 0;
  while (readLine(line, sizeof line)) {
    char* rest = nullptr;
    uint32_t at = (uint32_t)strtoul(line, &rest, 10);
    while (*rest == ' ') rest++;
    if (strncmp(rest, "!boot ", 6) == 0) {
      delete toy;
      toy = new cattoy::ToySafety(sayUnlessMuted, &muted);
      now = at;
      toy->connected((uint32_t)atoi(rest + 6), now);
      rest = rest + strlen(rest);
    }
    while (now != at) {
      now = at - now > 10 ? now + 10 : at;
      toy->advance(now);
    }
    muted.on = false;
    if (strncmp(rest, "!connect ", 9) == 0) toy->connected((uint32_t)atoi(rest + 9), now);
    else if (strcmp(rest, "!lost") == 0) toy->lost(now);
    else if (*rest) toy->hear(rest, now);
    say("=", nullptr);
    toy->sayTick(now);
    muted.on = true;
  }
}

static uint32_t millis() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint32_t)(t.tv_sec * 1000 + t.tv_nsec / 1000000);
}

static void realClock() {
  cattoy::ToySafety toy(say, nullptr);
  toy.connected((uint32_t)getpid() ^ (uint32_t)time(nullptr), millis());
  char line[512];
  size_t length = 0;
  bool wasLit = false;
  for (;;) {
    pollfd readable = {port, POLLIN, 0};
    char next;
    if (poll(&readable, 1, 5) > 0) {
      if (read(port, &next, 1) != 1) return;
      if (next == '\n') {
        line[length] = 0;
        toy.hear(line, millis());
        length = 0;
      } else if (length + 1 < sizeof line) {
        line[length++] = next;
      }
    }
    toy.advance(millis());
    bool lit = toy.pose(millis()).lit;
    if (lit != wasLit) {
      printf("%u %s\n", millis(), lit ? "lit" : "dark");
      fflush(stdout);
      wasLit = lit;
    }
  }
}

int main(int count, char** words) {
  if (count != 3 || (port = open(words[1], O_RDWR | O_NOCTTY)) < 0) return 2;
  if (strcmp(words[2], "virtual") == 0) virtualClock();
  else realClock();
  return 0;
}
