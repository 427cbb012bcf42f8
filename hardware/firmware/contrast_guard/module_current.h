/*
 * The current in the modules' line, as a Hall sensor shows it: none where nothing is driven, the way of the leg that is
 * driven, and about as much as its duty asks for (hazards H02, H29).
 */
#pragma once
#include "channels.h"
#include "confirmation.h"
#include "drive.h"
#include "trip.h"

class ModuleCurrent {
public:
  ModuleCurrent();

  /** One conversion. @param lineClosed the second relay is held */
  void sample(uint16_t count, const Drive &drive, bool lineClosed);

  /** What flowed before is of another time. */
  void restart() { apart_.restart(); }

  /** While armed. */
  Trip judge() const;

  bool flows() const { return latest_ < currentZeroCounts - currentIdleCounts || latest_ > currentZeroCounts + currentIdleCounts; }
  uint16_t latest() const { return latest_; }

private:
  Confirmation apart_;
  uint16_t latest_ = 0;
  /** What a whole device may show just now. */
  uint16_t least_ = 0;
  uint16_t most_ = 0;
};
