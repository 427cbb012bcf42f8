/*
 * The stop loop: open for a moment is a stop (law L3). Its far end is a pin of the board, low but for a pulse now and then:
 * an input that does not follow it is shorted, and the loop could be pressed for nothing (hazard H21).
 */
#pragma once
#include "channels.h"
#include "confirmation.h"
#include "trip.h"

class StopLoop {
public:
  StopLoop() : open_(looksToOpen), shorted_(pulsesToConfirm) {}

  /** Once a pass. @param low the level of the input, as the drive of the far end made it since the last pass */
  void pass(bool low, uint16_t elapsedMs);

  /** The far end is to be high until the next pass. */
  bool pulses() const { return pulses_; }
  /** The level of the input when nothing was pulsed. */
  bool low() const { return low_; }

  bool opened() const { return open_.confirmed(); }
  /** Closed beyond doubt. */
  bool closed() const { return open_.clear(); }
  /** While armed. */
  Trip judgePulses() const;
  /** The newest pulse came through: what arming and clearing take. */
  bool follows() const { return followed_ && !shorted_.confirmed(); }

private:
  /** One a pass. */
  static constexpr uint8_t looksToOpen = (confirmMs * 1000UL + passMicros - 1) / passMicros;
  static constexpr uint8_t pulsesToConfirm = 2;

  Confirmation open_;
  Confirmation shorted_;
  bool pulses_ = false;
  bool low_ = false;
  bool followed_ = false;
  uint16_t sincePulseMs_ = 0;
};
