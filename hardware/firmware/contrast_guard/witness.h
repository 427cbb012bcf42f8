/*
 * The witness: a silicon sensor in the plate whose counts rise where those of the beads fall. What is common to all
 * channels, or befalls both beads, moves it and them apart (hazard H36).
 */
#pragma once
#include "bead.h"
#include "drive.h"

class Witness {
public:
  Witness();

  void sample(uint16_t count, int16_t shift) { bead_.sample(count, shift); }
  const Bead &bead() const { return bead_; }
  void reported() { bead_.reported(); }

  /** Differences are counted from now. */
  void restart();

  /**
   * While armed, once a look.
   * @param beadsCentiC the mean of both plate beads
   * @param moved how far they move in a second, in hundredths of a degree
   * @param drive in force: a ground that is shared as far as it may be moves it by that
   */
  Trip judge(int16_t beadsCentiC, uint16_t moved, const Drive &drive);

  /** It can be believed, and agrees with the beads: what arming and clearing take. */
  bool safe(int16_t beadsCentiC) const;

private:
  uint16_t apart(int16_t beadsCentiC) const;
  bool inRange() const;

  Bead bead_;
  Confirmation apart_;
  Confirmation alone_;
};
