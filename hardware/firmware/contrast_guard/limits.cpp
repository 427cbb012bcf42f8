#include "limits.h"

namespace {
/** Of all parts that there can be. */
constexpr uint8_t knownParts =
    witnessPart | railsPart | fanTachPart | loopDrivePart | knownResistorPart | moduleCurrentPart | secondRelayPart;

/** Counts fall as the temperature rises: the ceiling narrows upwards. More parts are more that is judged. */
bool isNarrower(uint8_t field, uint32_t value, uint16_t burntIn) {
  if (field == ceilingCounts) return value >= burntIn;
  if (field == parts) return (value & burntIn) == burntIn && (value & ~static_cast<uint32_t>(knownParts)) == 0;
  return value <= burntIn;
}
} // namespace

void Limits::reset() {
  for (uint8_t field = 0; field < limitCount; field++) {
    values_[field] = pgm_read_word(&burntInLimits[field]);
  }
}

bool Limits::narrow(const uint32_t *values) {
  for (uint8_t field = 0; field < limitCount; field++) {
    const uint16_t burntIn = pgm_read_word(&burntInLimits[field]);
    if (!isNarrower(field, values[field], burntIn)) return false;
  }
  if (!(values[ceilingCounts] < values[floorCounts])) return false;
  for (uint8_t field = 0; field < limitCount; field++) {
    values_[field] = static_cast<uint16_t>(values[field]);
  }
  return true;
}

uint16_t Limits::crc(uint16_t seed) const {
  uint32_t fields[limitCount];
  uint8_t septets[2 * limitCount];
  report(fields);
  const uint8_t length = packFields(LAYOUT(limits), fields, septets);
  return crc16(septets, length, seed);
}

void Limits::report(uint32_t *fields, uint8_t count) const {
  for (uint8_t field = 0; field < count; field++) {
    fields[field] = values_[field];
  }
}
