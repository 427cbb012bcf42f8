/*
 * The witness: a silicon sensor in the plate whose counts rise where those of the beads fall. What is common to all
 * channels, or befalls both beads, moves it and them apart (hazard H36).
 */
#pragma once
#include "bead.h"

class Witness {
public:
  Witness();

  void sample(uint16_t count, int16_t shift) { bead_.sample(count, shift); }
  const Bead &bead() const { return bead_; }
  void reported() { bead_.reported(); }

  /** Differences are counted from now. @param beadsCentiC what the witness lies apart from them now is its own */
  void restart(int16_t beadsCentiC);

  /**
   * While armed, once a look.
   * @param beadsCentiC the mean of both plate beads
   * @param moved how far they move in a second, in hundredths of a degree
   * @param ground what a ground that is shared as far as it may be moves it by, hundredths
   */
  Trip judge(int16_t beadsCentiC, uint16_t moved, uint16_t ground);

  /** It can be believed, and agrees with the beads: what arming and clearing take. */
  bool safe(int16_t beadsCentiC) const;

private:
  int16_t apart(int16_t beadsCentiC) const { return bead_.centiC() - beadsCentiC; }
  bool inRange() const;

  Bead bead_;
  int16_t apartAtArm_ = 0;
  Confirmation apart_;
  Confirmation drifted_;
  Confirmation alone_;
};
