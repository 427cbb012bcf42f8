/*
 * The guard's core on a computer: a chip whose time, readings and bytes come from whoever includes this. One per program.
 */
#pragma once
#include "eeprom.h"
#include "firmata.h"
#include "link.h"
#include <cstdlib>
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

/** As slow as the chip's: a byte takes a pass and a half. */
static uint8_t cells[256];
static unsigned writes = 0;
static unsigned busyPasses = 0;
static long writesToCut = -1;
static uint8_t byteAtCut = 0;

namespace eeprom {
bool ready() { return busyPasses == 0; }
uint8_t read(uint8_t address) {
  if (!ready()) std::abort();
  return cells[address];
}
void write(uint8_t address, uint8_t value) {
  if (!ready()) std::abort();
  if (writesToCut == 0) return;
  if (writesToCut > 0 && --writesToCut == 0) value = byteAtCut;
  cells[address] = value;
  writes++;
  busyPasses = 2;
}
} // namespace eeprom

static Latch latch;

/** What hangs on the board beside the beads. */
static struct {
  unsigned witness, heatRail[2], coolRail[2], known, bandGap, ground, tachPasses, follows;
  int current;
  unsigned line;
} others = {};

struct Chip {
  Supervisor supervisor{latch};
  Memory memory;
  Session session{supervisor, latch, memory};
  Firmata firmata{supervisor, session};
  uint8_t channel = 0;
  uint8_t slot = 0;
  uint64_t micros = 0;

  Chip(uint8_t flags, bool stalled) {
    supervisor.boot(flags, stalled);
    session.boot(flags);
    firmata.greet();
  }

  void pass(const unsigned *counts, bool closed) { pass(counts[channel], closed); }

  void pass(unsigned count, bool closed) {
    micros += 2048;
    if (busyPasses > 0) busyPasses--;
    const bool low = closed && !(others.follows != 0 && supervisor.loop().pulses());
    Sensed sensed = {static_cast<uint32_t>(micros / 1000),
                     {channel, static_cast<uint16_t>(count)},
                     {otherChannels[slot], static_cast<uint16_t>(other(otherChannels[slot]))},
                     low,
                     others.tachPasses > 0 && micros / 2048 / others.tachPasses % 2 != 0};
    channel = (channel + 1) % channelCount;
    slot = (slot + 1) % otherSlots;
    supervisor.pass(sensed);
    session.pass();
    firmata.report(!supervisor.loop().low());
  }

  /** 10.8 A of full cooling and 4.5 A of full heat, at 20.48 counts an ampere. */
  unsigned current() const {
    if (others.current >= 0) return static_cast<unsigned>(others.current);
    const Drive &drive = supervisor.drive();
    constexpr uint8_t both = enableBit | relayBit;
    const bool closed = others.line == 1 || (others.line == 0 && supervisor.holdsLine());
    if (!closed || (drive.switches & both) != both) return currentZeroCounts;
    return currentZeroCounts + (221 * drive.count[coolSide] - 92 * drive.count[heatSide]) / 255;
  }

  unsigned other(uint8_t asked) const {
    const unsigned relay = (supervisor.drive().switches & relayBit) != 0;
    switch (asked) {
    case witnessPin:
      return others.witness;
    case heatRailPin:
      return others.heatRail[relay];
    case coolRailPin:
      return others.coolRail[relay];
    case moduleCurrentPin:
      return current();
    case bandGapChannel:
      return others.bandGap;
    case groundChannel:
      return others.ground;
    default:
      return others.known;
    }
  }
};

