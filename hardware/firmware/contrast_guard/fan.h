/* The heatsink's fan by its tachometer: a fan that does not turn is seen before the heatsink is hot (hazard H11). */
#pragma once
#include "trip.h"

class Fan {
public:
  /** Counting begins anew: a fan that was told to stop has to come up to speed first. */
  void restart();

  /** Once a pass. @param high the level of the tachometer's input */
  void pass(bool high, uint16_t elapsedMs);

  /** While armed. */
  Trip judge() const;

  /** Edges of the last whole window; `unknownEdges` before there was one. */
  uint16_t edges() const { return edges_; }

private:
  /** One slow window may be one in which it came up to speed. */
  static constexpr uint8_t windowsToConfirm = 2;

  bool wasHigh_ = false;
  uint8_t slowWindows_ = 0;
  uint16_t windowMs_ = 0;
  uint16_t counted_ = 0;
  uint16_t edges_ = unknownEdges;
};
