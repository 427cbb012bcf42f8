#include "rails.h"

namespace {
/** Counts up to what nobody asks beyond. */
uint16_t counted(uint16_t ms, uint16_t elapsedMs) {
  constexpr uint16_t mostMs = 10000;
  return ms < mostMs ? ms + elapsedMs : mostMs;
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
  const bool enabled = (drive.switches & enableBit) != 0;
  relayMs_ = closed == closed_ ? counted(relayMs_, elapsedMs) : 0;
  enableMs_ = enabled == enabled_ ? counted(enableMs_, elapsedMs) : 0;
  closed_ = closed;
  enabled_ = enabled;
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

Trip Rails::judgeClosed() const {
  if (!closed_) return noTrip;
  if (heat_.high.confirmed()) {
    // With the bridge disabled nothing else lifts this rail so near to the other one: a high side that is shorted feeds
    // it through the modules, or its own supply has failed.
    const bool fed = !enabled_ && enableMs_ >= railFullMs && heat_.latest > cool_.latest - cool_.latest / 4;
    return tripOf(fed ? Reason::bridgeShorted : Reason::supplyHigh, heatRailPin, heat_.latest, heatRailMaxCounts);
  }
  if (cool_.high.confirmed()) return tripOf(Reason::supplyHigh, coolRailPin, cool_.latest, coolRailMaxCounts);
  if (heat_.low.confirmed()) return tripOf(Reason::supplyLow, heatRailPin, heat_.latest, heatRailMinCounts);
  if (cool_.low.confirmed()) return tripOf(Reason::supplyLow, coolRailPin, cool_.latest, coolRailMinCounts);
  return noTrip;
}

/** A relay that has just opened was judged when it had been open before, and will be again. */
bool Rails::safe() const { return heat_.full.clear() && cool_.full.clear(); }
