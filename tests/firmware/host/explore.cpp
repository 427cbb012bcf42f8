/*
 * Every abstract state that the supervisor can reach in so many steps, and every step from each: `explore DEPTH`. What is
 * abstracted: counts of drive to none, some and too much; times to whether lease, reversal and confirmation have run out;
 * sensors to sound, hot, cold and open. Answers with states, steps, the states first reached at the last depth, and by name
 * what was reached.
 */
#include "watched.h"
#include <deque>
#include <set>
#include <tuple>

namespace {
/** All that a step can change. */
struct Kept {
  World world;
  Latch latch;
  decltype(others) hung;
  uint8_t cells[256];
  unsigned busy;
};

Kept keep() {
  Kept kept = {world, latch, others, {}, busyPasses};
  std::memcpy(kept.cells, cells, sizeof cells);
  return kept;
}

void restore(const Kept &kept) {
  std::memcpy(static_cast<void *>(&world), &kept.world, sizeof world);
  std::memcpy(static_cast<void *>(&latch), &kept.latch, sizeof latch);
  others = kept.hung;
  std::memcpy(cells, kept.cells, sizeof cells);
  busyPasses = kept.busy;
}

unsigned classOf(const Drive &drive) {
  const unsigned cool = drive.count[coolSide] > 0;
  const unsigned heat = drive.count[heatSide] > 0;
  return cool | heat << 1 | static_cast<unsigned>(drive.switches) << 2;
}

/** Confirmed or not, and long enough for all that has to prove itself. */
unsigned ageOf(unsigned passes) { return passes < 12 ? 0 : passes < 240 ? 1 : 2; }

using Key = std::tuple<unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned>;

Key keyOf() {
  const Supervisor &supervisor = chip().supervisor;
  const uint64_t silentMs = (chip().micros - world.renewedAtMicros) / 1000;
  return Key(static_cast<unsigned>(supervisor.state()), static_cast<unsigned>(supervisor.trip().reason),
             classOf(supervisor.drive()), classOf(world.staged), supervisor.limits.has(witnessPart),
             silentMs < reversalZeroMs ? 0 : silentMs < leaseMs ? 1 : 2, world.closed ? 1 : 0,
             world.counts[0] + 1024 * world.counts[2], (world.greeted ? 4 : 0) + ageOf(world.settled));
}

const Drive cool = {{255, 0}, enableBit | relayBit};
const Drive heat = {{0, 255}, enableBit | relayBit};
const Drive both = {{255, 255}, enableBit | relayBit};
const Drive over = {{256, 0}, enableBit | relayBit};
const Drive none = {{0, 0}, 0};
const uint8_t systemReset[] = {0xff};

using Step = void (*)();
const Step steps[] = {
    hello,
    [] { narrow(everyPart); },
    [] { arm(); },
    [] { arm(1); },
    disarm,
    [] { clear(static_cast<uint8_t>(chip().supervisor.trip().reason)); },
    [] { clear(static_cast<uint8_t>(Reason::session)); },
    [] { stage(none); },
    [] { stage(cool); },
    [] { stage(heat); },
    [] { stage(both); },
    [] { stage(over); },
    [] { renew(none); },
    [] { renew(cool); },
    [] { renew(heat); },
    [] { renew(both); },
    [] { renew(over); },
    [] { garbage(systemReset, sizeof systemReset); world.staged = none; world.stagedKnown = true; },
    [] { boot(externalReset, false); },
    [] { boot(powerOnReset, false); },
    [] { boot(watchdogReset, false); },
    [] { boot(0, true); },
    [] { pass(24); },
    [] { pass(110); },
    [] { pass(245); },
    [] { moveLoop(!world.closed); pass(30); },
    [] { furnish(512); },
    [] { furnish(512); world.counts[0] = 1023; },
    [] { furnish(300); },
    [] { furnish(512); world.counts[2] = 150; },
};
} // namespace

int main(int count, char **arguments) {
  const unsigned most = count > 1 ? static_cast<unsigned>(std::atoi(arguments[1])) : 4;
  std::deque<std::pair<unsigned, Kept>> todo;
  std::set<Key> seen;
  std::set<unsigned> states, reasons;
  unsigned long taken = 0;
  unsigned atLast = 0;
  begin();
  pass(245);
  todo.emplace_back(0, keep());
  seen.insert(keyOf());
  while (!todo.empty()) {
    const std::pair<unsigned, Kept> from = todo.front();
    todo.pop_front();
    for (const Step step : steps) {
      restore(from.second);
      step();
      taken++;
      states.insert(static_cast<unsigned>(chip().supervisor.state()));
      reasons.insert(static_cast<unsigned>(chip().supervisor.trip().reason));
      if (!seen.insert(keyOf()).second) continue;
      if (from.first + 1 == most) atLast++;
      if (from.first + 1 < most) todo.emplace_back(from.first + 1, keep());
    }
  }
  std::printf("%zu %lu %u %zu %zu\n", seen.size(), taken, atLast, states.size(), reasons.size());
  return 0;
}
