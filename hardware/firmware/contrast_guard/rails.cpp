#include "rails.h"

namespace {
/** Counts up to what nobody asks beyond. */
uint16_t counted(uint16_t ms, uint16_t elapsedMs) {
  constexpr uint16_t mostMs = 10000;
  return ms < mostMs ? ms + elapsedMs : mostMs;
}

/** All of a PWM period. */
constexpr uint8_t always = 255;

uint16_t part(uint16_t count, uint16_t of256) {
  return static_cast<uint16_t>(static_cast<uint32_t>(count) * of256 / 256);
}

/** Mean of a rail that is lifted for a part of each period. */
uint16_t mean(uint16_t atRest, uint16_t lifted, uint8_t time) {
  return static_cast<uint16_t>(atRest + static_cast<uint32_t>(lifted - atRest) * time / always);
}

/**
 * The time in which a leg that is stuck high, or shorted, lifts the heat rail through the modules: while the other leg is
 * high too. While both float the body diode of the other one lets it past all the time.
 */
uint8_t liftTime(const Drive &drive) {
  if ((drive.switches & enableBit) == 0) return always;
  const uint16_t count = drive.count[coolSide] > drive.count[heatSide] ? drive.count[coolSide] : drive.count[heatSide];
  return count < always ? static_cast<uint8_t>(count) : always;
}
} // namespace

Rails::Rail::Rail(uint8_t channel)
    : full(looksIn(railConfirmMs, channel)), low(looksIn(supplyLowMs, channel)),
      high(looksIn(supplyHighMs, channel)) {
  low.restart();
  high.restart();
}

void Rails::Rail::open(uint16_t count) {
  full.see(!(count < railEmptyCounts));
  low.restart();
  high.restart();
}

void Rails::Rail::see(uint16_t count, uint16_t least, uint16_t most) {
  low.see(!(count >= least));
  high.see(!(count <= most));
}

Rails::Rails() : cool_(coolRailPin), heat_(heatRailPin) {}

void Rails::pass(const Drive &drive, uint16_t elapsedMs) {
  const bool closed = (drive.switches & relayBit) != 0;
  relayMs_ = closed == closed_ ? counted(relayMs_, elapsedMs) : 0;
  closed_ = closed;
  liftTime_ = liftTime(drive);
}

void Rails::sample(const Conversion &conversion) {
  const bool heats = conversion.channel == heatRailPin;
  Rail &rail = heats ? heat_ : cool_;
  rail.latest = conversion.count;
  if (!closed_) {
    if (relayMs_ >= railEmptyMs) rail.open(conversion.count);
  } else if (relayMs_ >= railFullMs) {
    rail.see(conversion.count, heats ? heatRailMinCounts : coolRailMinCounts,
             heats ? heatRailMaxCounts : coolRailMaxCounts);
  }
}

/** The relay has been open for so long that enough looks were taken: what is confirmed is then no memory of before. */
bool Rails::isProvable() const { return !closed_ && relayMs_ >= railEmptyMs + 2 * railConfirmMs; }

Trip Rails::judgeOpen(const Rail &rail, uint8_t channel) const {
  if (!isProvable() || !rail.full.confirmed()) return noTrip;
  return tripOf(Reason::relayWelded, channel, rail.latest, railEmptyCounts);
}

Trip Rails::judgeOpen() const {
  const Trip heat = judgeOpen(heat_, heatRailPin);
  return heat ? heat : judgeOpen(cool_, coolRailPin);
}

/**
 * The heat rail, above its limit, stands where the cool rail feeds it through the modules. Between the pulses a transistor
 * that is on empties it at once, and what counts is the mean; one that is off leaves it nearly as it was.
 */
bool Rails::isLifted() const {
  const uint16_t most = part(cool_.latest, liftedMost256ths);
  const uint16_t least = part(cool_.latest, liftedLeast256ths);
  const uint16_t count = heat_.latest;
  if (liftTime_ == 0 || count > most) return false;
  return count >= least || (count >= mean(heatRailMinCounts, least, liftTime_) &&
                            count <= mean(heatRailMaxCounts, most, liftTime_));
}

Trip Rails::judgeClosed() const {
  if (!closed_) return noTrip;
  if (heat_.high.confirmed()) {
    const Reason reason = isLifted() ? Reason::bridgeShorted : Reason::supplyHigh;
    return tripOf(reason, heatRailPin, heat_.latest, heatRailMaxCounts);
  }
  if (cool_.high.confirmed()) return tripOf(Reason::supplyHigh, coolRailPin, cool_.latest, coolRailMaxCounts);
  if (heat_.low.confirmed()) return tripOf(Reason::supplyLow, heatRailPin, heat_.latest, heatRailMinCounts);
  if (cool_.low.confirmed()) return tripOf(Reason::supplyLow, coolRailPin, cool_.latest, coolRailMinCounts);
  return noTrip;
}

/** A relay that has just opened was judged when it had been open before, and will be again. */
bool Rails::safe() const { return heat_.full.clear() && cool_.full.clear(); }
