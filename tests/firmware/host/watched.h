/*
 * The guard's core with a host that may do anything, and what must hold after every byte and every pass: never both sides; no
 * power without a live lease, an armed state and the very drive that was staged; latched stays latched. The watch keeps its own
 * account of what was renewed and when; it asks the core for nothing but what is in force.
 */
#pragma once
#include "chip.h"
#include <cstdio>
#include <cstring>
#include <new>

/** Ends the program, so that a fuzzer keeps what led here. */
static void require(bool holds, const char *law) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", law);
  std::abort();
}

/** Everything that a next step depends on, in one block that can be copied. */
struct World {
  alignas(Chip) unsigned char bytes[sizeof(Chip)];
  Latch latch;
  unsigned counts[channelCount];
  bool closed;
  uint16_t sequence;
  /** Of the last renewal that was obeyed. */
  Drive renewed;
  uint64_t renewedAtMicros;
  /** What well-formed writes have staged; unknown after bytes of any other kind. */
  Drive staged;
  bool stagedKnown;
  /** A session was begun since the last reset. */
  bool greeted;
  /** Passes since what hangs on the board, or the loop, was last another. */
  unsigned settled;
};

static World world;
static Chip &chip() { return *reinterpret_cast<Chip *>(world.bytes); }

/** What hangs on the board: a whole device at room temperature. */
static void furnish(unsigned count) {
  for (unsigned &bead : world.counts) bead = count;
  others.witness = 511;
  others.heatRail[0] = others.coolRail[0] = 0;
  others.heatRail[1] = 252;
  others.coolRail[1] = 571;
  others.known = 327;
  others.bandGap = 225;
  others.ground = 0;
  others.tachPasses = 4;
  others.follows = 1;
  others.current = -1;
  world.closed = true;
  world.settled = 0;
}

static void moveLoop(bool closed) {
  if (closed != world.closed) world.settled = 0;
  world.closed = closed;
}

static bool zero(const Drive &drive) {
  return drive.count[coolSide] == 0 && drive.count[heatSide] == 0 && (drive.switches & ~fanOffBit) == 0;
}

static bool within(const Drive &drive, const Drive &bound) {
  return drive.count[coolSide] <= bound.count[coolSide] && drive.count[heatSide] <= bound.count[heatSide] &&
         (drive.switches & ~fanOffBit & ~bound.switches) == 0;
}

static void look() {
  const Drive &drive = chip().supervisor.drive();
  const bool armed = chip().supervisor.state() == State::armed;
  require(drive.count[coolSide] == 0 || drive.count[heatSide] == 0, "never both sides");
  require(zero(drive) || armed, "no power where it is not armed");
  require(within(drive, world.renewed), "no power but what was renewed");
  require(zero(drive) || chip().micros - world.renewedAtMicros <= (leaseMs + 1) * 1000ULL + 2048,
          "no power without a live lease");
}

/** A trip stays the first one, with what it was found on. */
static void stillTripped(const Trip &before) {
  const Trip &now = chip().supervisor.trip();
  require(chip().supervisor.state() == State::tripped, "latched stays latched");
  require(now.reason == before.reason && now.channel == before.channel && now.value == before.value &&
              now.limit == before.limit,
          "a trip keeps its first finding");
}

static void boot(uint8_t flags, bool stalled) {
  const bool tripped = chip().supervisor.state() == State::tripped;
  const Trip before = chip().supervisor.trip();
  const Latch kept = latch;
  const uint64_t micros = chip().micros;
  busyPasses = 0;
  new (world.bytes) Chip(flags, stalled);
  chip().micros = micros;
  world.renewed = Drive{{0, 0}, 0};
  world.staged = Drive{{0, 0}, 0};
  world.stagedKnown = true;
  world.greeted = false;
  world.settled = 0;
  if (tripped && kept.intact() && (flags & (powerOnReset | watchdogReset)) == 0 && !stalled) stillTripped(before);
  look();
}

static void pass(unsigned passes) {
  for (; passes > 0; passes--) {
    const bool tripped = chip().supervisor.state() == State::tripped;
    const Trip before = chip().supervisor.trip();
    const Drive drive = chip().supervisor.drive();
    chip().pass(world.counts, world.closed);
    world.settled++;
    if (tripped) stillTripped(before);
    require(within(chip().supervisor.drive(), drive), "time raises no drive");
    look();
  }
}

/** Bytes that are no frame of this session: they may lower, and never raise. */
static void garbage(const uint8_t *bytes, size_t length) {
  world.stagedKnown = false;
  for (size_t at = 0; at < length; at++) {
    const bool tripped = chip().supervisor.state() == State::tripped;
    const Trip before = chip().supervisor.trip();
    const Drive drive = chip().supervisor.drive();
    chip().firmata.receive(bytes[at]);
    if (tripped) stillTripped(before);
    require(within(chip().supervisor.drive(), drive), "no stray byte raises a drive");
    look();
  }
}

static void feed(const uint8_t *bytes, size_t length) {
  for (size_t at = 0; at < length; at++) chip().firmata.receive(bytes[at]);
}

/** Ends a message that garbage may have begun: a host cannot do that, a watch must know what it stages. */
static void stageSwitch(uint8_t pin, uint8_t bit, bool on) {
  const uint8_t write[] = {0xf5, pin, on};
  feed(write, sizeof write);
  world.staged.switches = static_cast<uint8_t>(on ? world.staged.switches | bit : world.staged.switches & ~bit);
  look();
}

static void stageCount(Side side, uint16_t count) {
  const uint8_t pin = side == coolSide ? bridgeCoolPin : bridgeHeatPin;
  const uint8_t write[] = {static_cast<uint8_t>(0xe0 | pin), static_cast<uint8_t>(count & 0x7f),
                           static_cast<uint8_t>(count >> 7)};
  feed(write, sizeof write);
  world.staged.count[side] = count;
  look();
}

static void stage(const Drive &drive) {
  stageSwitch(bridgeEnablePin, enableBit, (drive.switches & enableBit) != 0);
  stageCount(coolSide, drive.count[coolSide]);
  stageCount(heatSide, drive.count[heatSide]);
  stageSwitch(relayPin, relayBit, (drive.switches & relayBit) != 0);
}

/** A frame of the session at hand, newer than all before it. */
static void frameOf(const Layout &layout, uint32_t *values, uint16_t seed) {
  world.sequence = (world.sequence + 1) & (sequenceModulus - 1);
  values[0] = world.sequence;
  sent.clear();
  sendFrame(layout, values, seed);
  const std::string bytes = sent;
  feed(reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size());
}

/** Any frame but a renewal. `releases`: it may end a trip. */
static void ask(const Layout &layout, uint32_t *values, bool releases = false) {
  const bool tripped = chip().supervisor.state() == State::tripped;
  const Trip before = chip().supervisor.trip();
  const Drive drive = chip().supervisor.drive();
  frameOf(layout, values, layout.id == frame::hello::id ? openSeed : latch.challenge);
  if (tripped && !releases) stillTripped(before);
  require(within(chip().supervisor.drive(), drive), "only a renewal raises a drive");
  if (layout.id == frame::arm::id && chip().supervisor.state() == State::armed) world.renewedAtMicros = chip().micros;
  look();
}

static void hello() {
  uint32_t values[mostFields] = {0, protocolVersion, 7};
  ask(LAYOUT(hello), values);
  world.greeted = true;
}

static void narrow(uint8_t parts) {
  uint32_t values[mostFields] = {0};
  chip().supervisor.limits.report(values + 1);
  values[frame::narrow::parts] = parts;
  ask(LAYOUT(narrow), values);
}

static void arm(uint16_t wrong = 0) {
  const bool idle = chip().supervisor.state() == State::idle;
  uint32_t values[mostFields] = {0, static_cast<uint16_t>(chip().supervisor.limits.crc(latch.challenge) ^ wrong)};
  const bool already = chip().supervisor.state() == State::armed;
  ask(LAYOUT(arm), values);
  const bool armed = chip().supervisor.state() == State::armed;
  // One pass may not have looked at a loop that has just opened: it has pulsed it.
  const bool closed = world.closed || world.settled <= 1;
  require(!armed || already || (idle && wrong == 0 && closed), "armed from idle, in knowledge of the limits");
}

static void disarm() {
  uint32_t values[mostFields] = {0};
  ask(LAYOUT(disarm), values);
  require(chip().supervisor.state() != State::armed, "disarmed is not armed");
}

static void clear(uint8_t reason) {
  const bool armed = chip().supervisor.state() == State::armed;
  const bool right = static_cast<uint8_t>(chip().supervisor.trip().reason) == reason;
  uint32_t values[mostFields] = {0, reason};
  ask(LAYOUT(clear), values, right);
  require(armed || chip().supervisor.state() != State::armed, "cleared is not armed");
}

static void renew(const Drive &asked) {
  const bool tripped = chip().supervisor.state() == State::tripped;
  const bool armed = chip().supervisor.state() == State::armed;
  const Trip before = chip().supervisor.trip();
  const Drive drive = chip().supervisor.drive();
  uint32_t values[mostFields] = {0, asked.count[coolSide], asked.count[heatSide], asked.switches};
  frameOf(LAYOUT(renew), values, latch.challenge);
  if (tripped) stillTripped(before);
  const Drive &now = chip().supervisor.drive();
  const bool obeyed = armed && chip().supervisor.state() == State::armed;
  if (!within(now, drive)) {
    require(obeyed, "a drive is raised only while armed");
    require(within(now, asked) && within(asked, now), "in force is what was renewed");
    require(!world.stagedKnown || asked == world.staged, "what is renewed was staged");
  }
  // A frame that was swallowed by a broken message renews nothing; the lease of before goes on.
  if (obeyed && within(now, asked) && within(asked, now)) {
    world.renewed = asked;
    world.renewedAtMicros = chip().micros;
  }
  look();
}

/** A new chip in a whole device. */
static void begin() {
  std::memset(static_cast<void *>(&latch), 0, sizeof latch);
  std::memset(cells, 0xff, sizeof cells);
  busyPasses = 0;
  world = World{};
  world.stagedKnown = true;
  new (world.bytes) Chip(powerOnReset, false);
  furnish(512);
  look();
}

constexpr uint8_t everyPart = witnessPart | railsPart | fanTachPart | loopDrivePart | knownResistorPart;

/** As a host begins: every part has proven itself, and the board is armed. */
inline void beginArmed() {
  begin();
  pass(245);
  hello();
  narrow(everyPart);
  arm();
  require(chip().supervisor.state() == State::armed, "a whole device can be armed");
}
