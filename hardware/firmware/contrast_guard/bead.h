/* One thermistor: the mean of its conversions, and whether it can be believed. */
#pragma once
#include "confirmation.h"
#include "trip.h"

/** Of a supervision pass: two ticks of the timer that the Arduino core keeps time with. */
constexpr uint16_t passMicros = 2048;
/** The converter goes round three channels, one a pass. */
constexpr uint8_t channelCount = 3;

class Bead {
public:
  Bead();

  /** One conversion, 0 … 1023. */
  void sample(uint16_t count);

  /** Open or shorted: conversions outside of the window, believed (hazards H05, H06). */
  bool failed() const { return outside_.confirmed(); }
  /** Which of the two, once it has failed. */
  Trip fault(uint8_t channel) const;

  /** The mean is complete and no conversion outside of the window is left in memory. */
  bool sound() const { return held_ == meanOf && outside_.clear(); }

  /** Newest conversion. */
  uint16_t latest() const { return latest_; }
  /** Mean of the last eight conversions inside of the window, in counts and in hundredths of a degree. */
  uint16_t counts() const { return static_cast<uint16_t>((sum_ + meanOf / 2) / meanOf); }
  int16_t centiC() const { return centiC_; }

private:
  static constexpr uint8_t meanOf = 8;

  uint16_t window_[meanOf];
  uint16_t sum_ = 0;
  uint16_t latest_ = 0;
  int16_t centiC_ = 0;
  uint8_t next_ = 0;
  uint8_t held_ = 0;
  Confirmation outside_;
};

/** Largest movement of a temperature within the time of a slope. */
class Slope {
public:
  void restart() { held_ = 0; }

  /** Once a pass. Trips when the bead moves faster than the limit, up or down. */
  Trip judge(int16_t centiC, uint8_t channel, uint32_t nowMs);

private:
  static constexpr uint8_t steps = 8;

  int16_t history_[steps];
  uint32_t steppedAtMs_ = 0;
  uint8_t next_ = 0;
  uint8_t held_ = 0;
};
