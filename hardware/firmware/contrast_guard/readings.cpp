#include "readings.h"
#include "celsius.h"

static_assert(plateAPin == 0 && plateBPin == 1 && heatsinkPin == 2,
              "channels are numbered as the converter's inputs");

namespace {
/**
 * A bead follows the plate under it late: warming, the plate is already warmer by the slope times the lag. Each bead by
 * itself is enough, so that the other may be the one that is broken. In sixteenths of a count.
 */
int32_t plateUnder(uint16_t bead, uint16_t before) {
  static_assert(2 * beadLagMs == 3 * slopeMs, "half as much again as the movement within the slope's time");
  const int16_t moved = static_cast<int16_t>(bead - before);
  return static_cast<int32_t>(bead) + moved + moved / 2;
}
} // namespace

Readings::Readings() : differ_(looksIn(disagreeMs, plateAPin)) {}

void Readings::restart() {
  for (History &history : histories_) history.restart();
  differ_.restart();
}

uint16_t Readings::differenceCentiC() const {
  const int16_t difference = beads_[plateAPin].centiC() - beads_[plateBPin].centiC();
  return static_cast<uint16_t>(difference < 0 ? -difference : difference);
}

/** A moment of agreement takes away as much as it lasted, and no more: a bead that flickers must not begin it anew. */
Trip Readings::judgeDifference() {
  const uint16_t difference = differenceCentiC();
  differ_.see(difference >= disagreeCentiC);
  if (!differ_.confirmed()) return noTrip;
  return tripOf(Reason::sensorsDisagree, 0, difference, disagreeCentiC);
}

/** No healthy drive moves a plate so fast: a bridge that is stuck does, whatever the host has asked for. */
Trip Readings::judgeSlope(uint8_t channel, uint16_t before) {
  const int16_t moved = beads_[channel].centiC() - centiCelsius(before);
  const uint16_t distance = static_cast<uint16_t>(moved < 0 ? -moved : moved);
  constexpr uint16_t mostWarmer = static_cast<uint32_t>(warmingCentiCPerS) * slopeMs / 1000;
  constexpr uint16_t mostColder = static_cast<uint32_t>(coolingCentiCPerS) * slopeMs / 1000;
  moves_[channel] = static_cast<uint16_t>(distance * 1000UL / slopeMs);
  if (distance <= (moved > 0 ? mostWarmer : mostColder)) return noTrip;
  return tripOf(Reason::tooFast, channel, moves_[channel],
                moved > 0 ? warmingCentiCPerS : coolingCentiCPerS);
}

Trip Readings::judgePlate(uint8_t channel, const Limits &limits, uint32_t nowMs) {
  const Bead &bead = beads_[channel];
  const uint16_t before = histories_[channel].oldest(bead.sixteenths(), nowMs);
  const int32_t under = plateUnder(bead.sixteenths(), before) + 8;
  // Of a product that is not negative: the chip has no division, and shifts.
  const uint16_t plate = under > 0 ? static_cast<uint16_t>(static_cast<uint32_t>(under) >> 4) : 0;
  // Cooling, the bead itself is the warmer of the two, and the other way round.
  const uint16_t hottest = plate < bead.counts() ? plate : bead.counts();
  const uint16_t coldest = plate > bead.counts() ? plate : bead.counts();
  if (hottest < limits[ceilingCounts]) {
    return tripOf(Reason::plateHot, channel, hottest, limits[ceilingCounts]);
  }
  if (coldest > limits[floorCounts]) {
    return tripOf(Reason::plateCold, channel, coldest, limits[floorCounts]);
  }
  const Trip tooFast = judgeSlope(channel, before);
  if (tooFast || channel == plateAPin) return tooFast;
  // Once a turn, when both have been converted.
  return judgeDifference();
}

Trip Readings::judge(uint8_t channel, const Limits &limits, uint32_t nowMs) {
  const Bead &bead = beads_[channel];
  if (bead.failed()) return bead.fault(channel);
  if (channel != heatsinkPin) return judgePlate(channel, limits, nowMs);
  const uint16_t counts = bead.counts();
  if (counts >= heatsinkMinCounts) return noTrip;
  return tripOf(Reason::heatsinkHot, channel, counts, heatsinkMinCounts);
}

bool Readings::safe(const Limits &limits) const {
  const int16_t ceiling = centiCelsius(limits[ceilingCounts] * 16) - static_cast<int16_t>(marginCentiC);
  const int16_t floor = centiCelsius(limits[floorCounts] * 16) + static_cast<int16_t>(marginCentiC);
  const int16_t sink = centiCelsius(heatsinkMinCounts * 16) - static_cast<int16_t>(marginCentiC);
  for (const Bead &bead : beads_) {
    if (!bead.sound()) return false;
  }
  for (uint8_t channel = plateAPin; channel <= plateBPin; channel++) {
    const int16_t plate = beads_[channel].centiC();
    if (!(plate <= ceiling && plate >= floor)) return false;
  }
  return beads_[heatsinkPin].centiC() <= sink && differenceCentiC() < disagreeCentiC;
}
