#include "readings.h"
#include "celsius.h"

static_assert(plateAPin == 0 && plateBPin == 1 && heatsinkPin == 2,
              "channels are numbered as the converter's inputs");

void Readings::restart() {
  for (Slope &slope : slopes_) slope.restart();
  differ_ = false;
}

uint16_t Readings::differenceCentiC() const {
  const int16_t difference = beads_[plateAPin].centiC() - beads_[plateBPin].centiC();
  return static_cast<uint16_t>(difference < 0 ? -difference : difference);
}

Trip Readings::judgeDifference(uint32_t nowMs) {
  const uint16_t difference = differenceCentiC();
  if (difference < disagreeCentiC) {
    differ_ = false;
    return noTrip;
  }
  if (!differ_) {
    differ_ = true;
    agreedAtMs_ = nowMs;
  }
  if (nowMs - agreedAtMs_ < disagreeMs) return noTrip;
  return tripOf(Reason::sensorsDisagree, 0, difference, disagreeCentiC);
}

Trip Readings::judgePlate(uint8_t channel, const Limits &limits, uint32_t nowMs) {
  const Bead &bead = beads_[channel];
  const uint16_t counts = bead.counts();
  if (counts < limits[ceilingCounts]) {
    return tripOf(Reason::plateHot, channel, counts, limits[ceilingCounts]);
  }
  if (counts > limits[floorCounts]) {
    return tripOf(Reason::plateCold, channel, counts, limits[floorCounts]);
  }
  const Trip tooFast = slopes_[channel].judge(bead.centiC(), channel, nowMs);
  return tooFast ? tooFast : judgeDifference(nowMs);
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
  const int16_t ceiling = centiCelsius(limits[ceilingCounts] * 8) - static_cast<int16_t>(marginCentiC);
  const int16_t floor = centiCelsius(limits[floorCounts] * 8) + static_cast<int16_t>(marginCentiC);
  const int16_t sink = centiCelsius(heatsinkMinCounts * 8) - static_cast<int16_t>(marginCentiC);
  for (const Bead &bead : beads_) {
    if (!bead.sound()) return false;
  }
  for (uint8_t channel = plateAPin; channel <= plateBPin; channel++) {
    const int16_t plate = beads_[channel].centiC();
    if (!(plate <= ceiling && plate >= floor)) return false;
  }
  return beads_[heatsinkPin].centiC() <= sink && differenceCentiC() < disagreeCentiC;
}
