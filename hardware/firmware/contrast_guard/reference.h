/*
 * What the converter reads of itself: the chip's own reference, its ground, and a resistor that is known. The resistor
 * shares its return with the beads, so that a ground that is shared with the modules' current moves it, and no bead can
 * be believed (hazard H36).
 */
#pragma once
#include "bead.h"
#include "drive.h"

class Reference {
public:
  Reference();

  /** Once a pass, with what is in force. */
  void pass(const Drive &drive, uint16_t elapsedMs);
  /** One conversion of the inner reference, the ground or the known resistor. */
  void sample(const Conversion &conversion);
  void reported() { known_.reported(); }

  /** All is well just now: the inner reference is compared with what it is. */
  void restart();

  /** While armed. @param known the device has the resistor */
  Trip judge(bool known) const;
  /** What arming and clearing take. */
  bool safe(bool known) const;

  /** What the drive in force lifts all sensors by, in sixteenths of a count, as far as the known resistor has shown. */
  int16_t groundShift() const { return shiftAt(load_); }

  uint16_t bandGap() const { return bandGap_; }
  const Bead &known() const { return known_; }

private:
  bool bandGapFits() const;
  bool knownFits() const;
  uint16_t shift() const;
  uint16_t mostShift() const;
  int16_t shiftAt(uint8_t load) const;
  void learnShift(uint16_t count);
  void seeKnown(uint16_t count);

  Bead known_;
  Confirmation bandGapOff_;
  Confirmation groundOff_;
  Confirmation shifted_;
  uint16_t bandGap_ = 0;
  uint16_t bandGapAtArm_ = 0;
  uint16_t ground_ = 0;
  /** Mean of the known resistor without current, in sixteenths. */
  uint16_t atRest_ = 0;
  uint16_t restMs_;
  /** The largest counts of late: the mean follows the drive by its own length. */
  uint16_t late_[2] = {0, 0};
  /** The current of the drive in force: of full cooling 255. */
  uint8_t load_ = 0;
  /** Learned: what full cooling would lift the sensors by, in 1/256 of a sixteenth. */
  int32_t shared_ = 0;
};
