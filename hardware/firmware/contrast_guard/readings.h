/* What the board itself knows of plate and heatsink, and what it makes of it. */
#pragma once
#include "bead.h"
#include "limits.h"

class Readings {
public:
  Readings();

  void sample(uint8_t channel, uint16_t count, int16_t shift) { beads_[channel].sample(count, shift); }
  /** The host has been told of this channel. */
  void reported(uint8_t channel) { beads_[channel].reported(); }

  const Bead &operator[](uint8_t channel) const { return beads_[channel]; }

  /** Of both plate beads, in hundredths of a degree, and how far they move in a second. */
  int16_t plateCentiC() const { return (beads_[plateAPin].centiC() + beads_[plateBPin].centiC()) / 2; }
  uint16_t plateMoves() const { return (moves_[plateAPin] + moves_[plateBPin]) / 2; }

  /** Slopes and differences are counted from now. */
  void restart();

  /** While armed, for the channel that was just converted: the first thing that is wrong with it. */
  Trip judge(uint8_t channel, const Limits &limits, uint32_t nowMs);

  /** All three can be believed, and lie inside of the limits with room to spare: what arming and clearing take. */
  bool safe(const Limits &limits) const;

private:
  uint16_t differenceCentiC() const;
  Trip judgePlate(uint8_t channel, const Limits &limits, uint32_t nowMs);
  Trip judgeSlope(uint8_t channel, uint16_t before);
  Trip judgeDifference();

  Bead beads_[channelCount];
  History histories_[2];
  Confirmation differ_;
  /** Hundredths of a degree in a second, whichever way. */
  uint16_t moves_[2] = {0, 0};
};
