/* The limits in force: burnt in, and what the host has narrowed of them. */
#pragma once
#include "frames.h"

class Limits {
public:
  Limits() { reset(); }

  uint16_t operator[](LimitField field) const { return values_[field]; }

  /** The host has named this part of the device, which is judged then. */
  bool has(uint8_t part) const { return (values_[parts] & part) != 0; }

  /** Without a witness only what is narrower than burnt in may be driven to. */
  bool mayArm() const {
    return has(witnessPart) ||
           (values_[ceilingCounts] >= bareCeilingCounts && values_[floorCounts] <= bareFloorCounts);
  }

  /** Back to the burnt-in limits. */
  void reset();

  /** All of them, or none where one is wider than burnt in or leaves no room (law L6). */
  bool narrow(const uint32_t *values);

  /** What a host that knows the limits in force can prove to know. */
  uint16_t crc(uint16_t seed) const;

  /** Copies the limits to the fields of a frame. */
  void report(uint32_t *fields, uint8_t count = limitCount) const;

private:
  uint16_t values_[limitCount];
};
