#include "reference.h"

namespace {
/** A quarter to each side: what lies outside is no resistor that is known. */
constexpr uint16_t knownWindowMin = knownMinCounts - knownMinCounts / 8;
constexpr uint16_t knownWindowMax = knownMaxCounts + knownMaxCounts / 8;
/** The mean of the resistor, and the filter before it, hold nothing of a current that ended so long ago. */
constexpr uint16_t restNeededMs = 500;
/** Full drive is forgotten in as long. */
constexpr uint16_t forgottenPerLook = 255UL * otherSlots * passMicros / (restNeededMs * 1000UL) + 1;

/** Beyond it the ground trips, and nothing is taken off that a whole device cannot have. */
constexpr int32_t mostShared = groundCoolSixteenths * 256L;
/** Of full drive a sixteenth: less shows nothing. */
constexpr uint8_t leastLoad = 16;
/** In so many looks, at full cooling, two thirds of a new ground are learned. */
constexpr uint8_t looksToLearn = 32;

int16_t noTemperature(uint16_t) { return 0; }
/** Full heat takes less current than full cooling, in the part in which it moves the resistor less. */
uint8_t loadOf(const Drive &drive) {
  const uint16_t heat = static_cast<uint32_t>(drive.count[heatSide]) * groundHeatSixteenths / groundCoolSixteenths;
  const uint16_t load = drive.count[coolSide] > heat ? drive.count[coolSide] : heat;
  return load < 255 ? static_cast<uint8_t>(load) : 255;
}

const BeadKind resistor = {knownWindowMin, knownWindowMax, looksIn(converterMs, knownResistorPin), noTemperature};
} // namespace

Reference::Reference()
    : known_(resistor), bandGapOff_(looksIn(converterMs, bandGapChannel)),
      groundOff_(looksIn(converterMs, groundChannel)), shifted_(looksIn(converterMs, knownResistorPin)),
      restMs_(restNeededMs) {}

void Reference::restart() {
  bandGapAtArm_ = bandGap_;
  bandGapOff_.restart();
  groundOff_.restart();
  shifted_.restart();
}

void Reference::pass(const Drive &drive, uint16_t elapsedMs) {
  const bool driven = drive.count[coolSide] > 0 || drive.count[heatSide] > 0;
  if (driven) {
    restMs_ = 0;
  } else if (restMs_ < restNeededMs) {
    restMs_ += elapsedMs;
  }
  for (uint8_t side = coolSide; side <= heatSide; side++) {
    if (drive.count[side] > late_[side]) late_[side] = drive.count[side];
  }
  load_ = loadOf(drive);
}

int16_t Reference::shiftAt(uint8_t load) const {
  const int32_t product = shared_ * load;
  return static_cast<int16_t>(product < 0 ? -(-product / 65536L) : product / 65536L);
}

/** A return has one resistance, whichever way the modules are driven: what cooling shows is known when heating begins. */
void Reference::learnShift(uint16_t count) {
  if (atRest_ == 0 || load_ < leastLoad) return;
  const int16_t missed = static_cast<int16_t>(count * 16) - static_cast<int16_t>(atRest_) - shiftAt(load_);
  shared_ += static_cast<int32_t>(missed) * load_ / looksToLearn;
  if (shared_ > mostShared) shared_ = mostShared;
  if (shared_ < -mostShared) shared_ = -mostShared;
}

bool Reference::bandGapFits() const {
  if (!(bandGap_ >= bandGapMinCounts && bandGap_ <= bandGapMaxCounts)) return false;
  if (bandGapAtArm_ == 0) return true;
  const uint16_t drift = bandGap_ < bandGapAtArm_ ? bandGapAtArm_ - bandGap_ : bandGap_ - bandGapAtArm_;
  // One count is what two conversions of the same voltage may differ by.
  return (drift - (drift > 0 ? 1 : 0)) * 100 <= bandGapAtArm_ * bandGapDriftPercent;
}

bool Reference::knownFits() const {
  return atRest_ >= knownMinCounts * 16 && atRest_ <= knownMaxCounts * 16;
}

uint16_t Reference::shift() const {
  const uint16_t now = known_.sixteenths();
  return now < atRest_ ? atRest_ - now : now - atRest_;
}

/** What the resistor may move by the current of late, in sixteenths. */
uint16_t Reference::mostShift() const {
  const uint16_t cool = static_cast<uint16_t>(late_[coolSide] * groundCoolSixteenths) / 255;
  const uint16_t heat = static_cast<uint16_t>(late_[heatSide] * groundHeatSixteenths) / 255;
  return groundRestSixteenths + (cool > heat ? cool : heat);
}

void Reference::seeKnown(uint16_t count) {
  for (uint8_t side = coolSide; side <= heatSide; side++) {
    late_[side] = late_[side] > forgottenPerLook ? late_[side] - forgottenPerLook : 0;
  }
  if (!known_.sound()) return;
  learnShift(count);
  if (restMs_ >= restNeededMs) atRest_ = known_.sixteenths();
  shifted_.see(atRest_ == 0 || !(shift() <= mostShift()));
}

void Reference::sample(const Conversion &conversion) {
  switch (conversion.channel) {
  case bandGapChannel:
    bandGap_ = conversion.count;
    bandGapOff_.see(!bandGapFits());
    break;
  case groundChannel:
    ground_ = conversion.count;
    groundOff_.see(!(ground_ <= groundMaxCounts));
    break;
  default:
    known_.sample(conversion.count);
    seeKnown(conversion.count);
    break;
  }
}

Trip Reference::judge(bool known) const {
  if (bandGapOff_.confirmed()) {
    return tripOf(Reason::converter, bandGapChannel, bandGap_, bandGapAtArm_);
  }
  if (groundOff_.confirmed()) return tripOf(Reason::converter, groundChannel, ground_, groundMaxCounts);
  if (!known) return noTrip;
  if (known_.failed() || !knownFits()) {
    const uint16_t counts = known_.failed() ? known_.counts() : (atRest_ + 8) / 16;
    return tripOf(Reason::converter, knownResistorPin, counts,
                  counts < knownMinCounts ? knownMinCounts : knownMaxCounts);
  }
  if (!shifted_.confirmed()) return noTrip;
  return tripOf(Reason::ground, knownResistorPin, shift(), mostShift());
}

bool Reference::safe(bool known) const {
  if (!(bandGap_ >= bandGapMinCounts && bandGap_ <= bandGapMaxCounts && ground_ <= groundMaxCounts)) return false;
  return !known || (known_.sound() && knownFits());
}
