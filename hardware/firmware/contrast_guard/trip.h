/* Why everything was switched off. */
#pragma once
#include "generated.h"

/** A reason with what it was found on (law L7: a trip names rule, reading and limit). */
struct Trip {
  Reason reason;
  uint8_t channel;
  uint16_t value;
  uint16_t limit;

  explicit operator bool() const { return reason != Reason::none; }
};

constexpr Trip noTrip = {Reason::none, 0, 0, 0};

inline Trip tripOf(Reason reason, uint8_t channel, uint32_t value, uint32_t limit) {
  return Trip{reason, channel, saturated(value), saturated(limit)};
}
