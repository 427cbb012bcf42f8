#include "limits.h"

void Limits::reset() {
  for (uint8_t field = 0; field < limitCount; field++) {
    values_[field] = pgm_read_word(&burntInLimits[field]);
  }
}

bool Limits::narrow(const uint32_t *values) {
  for (uint8_t field = 0; field < limitCount; field++) {
    const uint16_t burntIn = pgm_read_word(&burntInLimits[field]);
    // Counts fall as the temperature rises: only the ceiling narrows upwards.
    const bool within = field == ceilingCounts ? values[field] >= burntIn : values[field] <= burntIn;
    if (!within) return false;
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

void Limits::report(uint32_t *fields) const {
  for (uint8_t field = 0; field < limitCount; field++) {
    fields[field] = values_[field];
  }
}
