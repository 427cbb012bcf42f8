/*
 * The guard's core on a computer, driven line by line: a chip whose time, readings and bytes come from the test.
 *
 *   boot FLAGS STALLED                      a reset; memory that outlives one is kept
 *   forget BYTE                             fills that memory, as a loss of power does
 *   others WITNESS HEAT0 HEAT1 COOL0 COOL1 KNOWN BANDGAP GROUND TACH FOLLOWS CURRENT LINE
 *                                           the other channels from now on, the rails with the relay open and closed;
 *                                           passes from one edge of the tachometer to the next, 0: none; the stop
 *                                           loop's input follows its far end; the modules' current, -1: what is driven;
 *                                           the relay in their line 0: works, 1: welded, 2: open
 *   pass COUNT A B HEATSINK CLOSED          so many supervision passes with these inputs
 *   convert CLOSED COUNT ...                one pass for each count, of the channel whose turn it is
 *   feed HEX                                bytes from the host
 *   cells HEX                               what the EEPROM holds, from its first byte on
 *   cut WRITES BYTE                         the power fails in that write from now on: the cell is left with this byte
 *   peek                                    answers with the EEPROM in hex
 *
 * Each line is answered by one: what was sent in hex (or -), the drive in force, the writes to the EEPROM so far.
 */
#include "chip.h"
#include <cstdio>
#include <cstring>
#include <new>

alignas(Chip) static unsigned char memory[sizeof(Chip)];
static Chip *chip = nullptr;

static void boot(unsigned flags, unsigned stalled) {
  if (chip != nullptr) chip->~Chip();
  // The byte that was under way is written, or has failed, by the time that a program runs again.
  busyPasses = 0;
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
  if (std::sscanf(line, "others %u %u %u %u %u %u %u %u %u %u %d %u", &others.witness, others.heatRail, others.heatRail + 1,
                  others.coolRail, others.coolRail + 1, &others.known, &others.bandGap, &others.ground,
                  &others.tachPasses, &others.follows, &others.current, &others.line) == 12) {
    return;
  }
  int used = 0;
  if (std::sscanf(line, "convert %u%n", &closed, &used) == 1) {
    for (const char *at = line + used; std::sscanf(at, "%u%n", &a, &used) == 1; at += used) {
      chip->pass(a, closed != 0);
    }
    return;
  }
  if (std::sscanf(line, "cut %u %u", &a, &b) == 2) {
    writesToCut = a;
    byteAtCut = static_cast<uint8_t>(b);
    return;
  }
  if (std::strncmp(line, "cells ", 6) == 0) {
    std::memset(cells, 0xff, sizeof cells);
    writes = 0;
    writesToCut = -1;
    const char *at = line + 6;
    for (unsigned index = 0; index < sizeof cells && std::sscanf(at, "%2x", &a) == 1; at += 2) {
      cells[index++] = static_cast<uint8_t>(a);
    }
    return;
  }
  if (std::strncmp(line, "peek", 4) == 0) {
    sent.assign(reinterpret_cast<const char *>(cells), sizeof cells);
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
    std::printf(" %u %u %u %u\n", drive.count[coolSide], drive.count[heatSide], drive.switches, writes);
    std::fflush(stdout);
  }
  return 0;
}
