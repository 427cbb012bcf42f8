/*
 * The guard's core on a computer, driven line by line: a chip whose time, readings and bytes come from the test.
 *
 *   boot FLAGS STALLED                      a reset; memory that outlives one is kept
 *   forget BYTE                             fills that memory, as a loss of power does
 *   pass COUNT A B HEATSINK CLOSED          so many supervision passes with these inputs
 *   convert CLOSED COUNT ...                one pass for each count, of the channel whose turn it is
 *   feed HEX                                bytes from the host
 *
 * Each line is answered by one: what was sent in hex (or -), the drive in force, the buzzer.
 */
#include "firmata.h"
#include "link.h"
#include <cstdio>
#include <cstring>
#include <new>
#include <string>

static std::string sent;
static uint32_t entropyCounter = 0;

namespace link {
bool send(const uint8_t *bytes, uint8_t length) {
  sent.append(reinterpret_cast<const char *>(bytes), length);
  return true;
}
uint32_t entropy() { return ++entropyCounter; }
} // namespace link

static Latch latch;

struct Chip {
  Supervisor supervisor{latch};
  Session session{supervisor, latch};
  Firmata firmata{supervisor, session};
  uint8_t channel = 0;
  uint64_t micros = 0;

  Chip(uint8_t flags, bool stalled) {
    supervisor.boot(flags, stalled);
    session.boot(flags);
    firmata.greet();
  }

  void pass(const unsigned *counts, bool closed) { pass(counts[channel], closed); }

  void pass(unsigned count, bool closed) {
    micros += 2048;
    Sensed sensed = {static_cast<uint32_t>(micros / 1000), channel, static_cast<uint16_t>(count), closed};
    channel = (channel + 1) % channelCount;
    supervisor.pass(sensed);
    session.pass();
    firmata.report(!closed);
  }
};

alignas(Chip) static unsigned char memory[sizeof(Chip)];
static Chip *chip = nullptr;

static void boot(unsigned flags, unsigned stalled) {
  if (chip != nullptr) chip->~Chip();
  chip = new (memory) Chip(static_cast<uint8_t>(flags), stalled != 0);
}

static void obey(const char *line) {
  unsigned a = 0, b = 0, counts[3] = {0, 0, 0}, closed = 0, passes = 0;
  if (std::sscanf(line, "boot %u %u", &a, &b) == 2) return boot(a, b);
  if (std::sscanf(line, "forget %u", &a) == 1) {
    std::memset(static_cast<void *>(&latch), static_cast<int>(a), sizeof latch);
    return;
  }
  if (std::sscanf(line, "pass %u %u %u %u %u", &passes, counts, counts + 1, counts + 2, &closed) == 5) {
    for (; passes > 0; passes--) chip->pass(counts, closed != 0);
    return;
  }
  int used = 0;
  if (std::sscanf(line, "convert %u%n", &closed, &used) == 1) {
    for (const char *at = line + used; std::sscanf(at, "%u%n", &a, &used) == 1; at += used) {
      chip->pass(a, closed != 0);
    }
    return;
  }
  if (std::strncmp(line, "feed ", 5) != 0) return;
  for (const char *at = line + 5; std::sscanf(at, "%2x", &a) == 1; at += 2) {
    chip->firmata.receive(static_cast<uint8_t>(a));
  }
}

int main() {
  static char line[1 << 20];
  boot(1, 0);
  while (std::fgets(line, sizeof line, stdin) != nullptr) {
    sent.clear();
    obey(line);
    if (sent.empty()) std::fputs("-", stdout);
    for (unsigned char byte : sent) std::printf("%02x", byte);
    const Drive &drive = chip->supervisor.drive();
    std::printf(" %u %u %u\n", drive.count[coolSide], drive.count[heatSide], drive.switches);
    std::fflush(stdout);
  }
  return 0;
}
