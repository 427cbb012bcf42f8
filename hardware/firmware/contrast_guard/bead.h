/* One sensor in a divider: the mean of its conversions, and whether it can be believed. */
#pragma once
#include "channels.h"
#include "confirmation.h"
#include "trip.h"

/** What hangs on a channel. */
struct BeadKind {
  /** Conversions of a whole sensor lie between these. */
  uint16_t minCounts;
  uint16_t maxCounts;
  /** Outside for so many looks is believed. */
  uint16_t looksToConfirm;
  /** Hundredths of a degree of a sum of sixteen. */
  int16_t (*centiC)(uint16_t sixteenths);
};

class Bead {
public:
  /** A thermistor. */
  Bead();
  /** @param kind must outlive the bead */
  explicit Bead(const BeadKind &kind);

  /**
   * One conversion, 0 … 1023.
   * @param shift what the ground that it is measured against stood above its own, in sixteenths of a count
   */
  void sample(uint16_t count, int16_t shift = 0);

  /** Open or shorted: conversions outside of the window, believed (hazards H05, H06). */
  bool failed() const { return outside_.confirmed(); }
  /** Which of the two, once it has failed. */
  Trip fault(uint8_t channel) const;

  /** The mean is complete and no conversion outside of the window is left in memory. */
  bool sound() const { return held_ == meanOf && outside_.clear(); }

  /**
   * Sum of the last sixteen conversions inside of the window: the mean with its fraction. Before there are so many it is
   * that of the newest alone.
   */
  uint16_t sixteenths() const { return held_ == meanOf ? sum_ : latest_ * meanOf; }
  /** The same in whole counts, and in hundredths of a degree. */
  uint16_t counts() const { return (sixteenths() + meanOf / 2) / meanOf; }
  int16_t centiC() const { return centiC_; }

  /**
   * What the host is told: the mean, but for a conversion outside of the window since the last report. That one is told
   * as it was: a wire that opens for a moment must not become a temperature on its way (law L4).
   */
  uint16_t report() const { return strayed_ ? stray_ * meanOf : sixteenths(); }
  /** The host has been told. */
  void reported() { strayed_ = false; }

private:
  static constexpr uint8_t meanOf = conversionsInMean;
  static_assert(meanOf == 16, "sixteenths are what the curve and the limits are compared with");

  void forget();
  uint16_t unshifted(uint16_t count, int16_t shift);

  const BeadKind &kind_;
  uint16_t window_[meanOf];
  uint16_t sum_ = 0;
  uint16_t latest_ = 0;
  uint16_t stray_ = 0;
  int16_t centiC_ = 0;
  uint8_t next_ = 0;
  uint8_t held_ = 0;
  /** Of the shift, what was too little for a whole count: the next conversions bear it. */
  uint8_t leftOver_ = 0;
  bool strayed_ = false;
  Confirmation outside_;
};

/** What a bead's mean was a slope's time ago. */
class History {
public:
  void restart() { held_ = 0; }

  /** Once a look: keeps the newest mean, and gives the oldest that is held. */
  uint16_t oldest(uint16_t newest, uint32_t nowMs);

private:
  static constexpr uint8_t steps = 8;

  uint16_t means_[steps];
  uint32_t steppedAtMs_ = 0;
  uint8_t next_ = 0;
  uint8_t held_ = 0;
};
