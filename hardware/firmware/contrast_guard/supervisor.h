/*
 * The last word: states, lease and trips. Everything here runs on the board's own readings and its own clock, and needs
 * no host (laws L4, L5, L7, L8).
 */
#pragma once
#include "drive.h"
#include "fan.h"
#include "latch.h"
#include "module_current.h"
#include "rails.h"
#include "readings.h"
#include "reference.h"
#include "second_relay.h"
#include "stop_loop.h"
#include "witness.h"

/** What one pass has seen. */
struct Sensed {
  uint32_t nowMs;
  /** What was converted since the last pass: a bead, and one of the other channels. */
  Conversion bead;
  Conversion other;
  /** The stop loop's input is low now. */
  bool loopLow;
  /** The fan's tachometer is high now. */
  bool tachHigh;
};

class Supervisor {
public:
  explicit Supervisor(Latch &latch) : latch_(latch) {}

  /** After a reset. */
  void boot(uint8_t resetFlags, bool stalled);

  /** One supervision pass, at least once in 1.1 ms. */
  void pass(const Sensed &sensed);

  /* What the host may ask for. False: refused, and nothing has changed. */
  bool arm();
  /** False where it is not armed, or where the drive is not the staged one: then it has tripped. */
  bool renew(const Drive &asked);
  bool disarm();
  bool clear(Reason reason);

  void stageCount(Side side, uint16_t count) { drive_.stageCount(side, count); }
  void stageSwitch(uint8_t bit, bool on) { drive_.stageSwitch(bit, on); }
  /** The fan may stop only in idle: a hot heatsink heats the plate after power-off (law L8). */
  void setFanOff(bool off) { drive_.setFanOff(off && state_ == State::idle); }
  /** Firmata's system reset: off, in every state. Armed, the next renewal then trips. */
  void allOff() { drive_.off(); }

  /** The host has been told what this channel reads. */
  void reported(uint8_t channel);
  /** What it is told of a channel: sixteenths of a count. */
  uint16_t report(uint8_t channel) const;

  State state() const { return state_; }
  const Trip &trip() const { return trip_; }
  const Drive &drive() const { return drive_.inForce(); }
  const Readings &readings() const { return readings_; }
  const Reference &reference() const { return reference_; }
  const Fan &fan() const { return fan_; }
  const StopLoop &loop() const { return loop_; }
  /** The second relay is held. */
  bool holdsLine() const { return state_ == State::armed && line_.holds(); }
  uint16_t leaseLeftMs() const;
  uint32_t nowMs() const { return nowMs_; }
  /** Counts the changes of state, so that each is reported at once. */
  uint8_t changes() const { return changes_; }

  Limits limits;

private:
  /** Until the mean of each channel can be complete. */
  static constexpr uint8_t passesToBoot = channelCount * conversionsInMean + 8;

  void enter(State state, const Trip &trip);
  int16_t groundShift() const;
  /** What a shared ground may move the witness by, in hundredths of a degree. */
  uint16_t groundCentiC() const;
  void sampleOther(const Conversion &conversion);
  Trip judgeArmed(const Sensed &sensed);
  Trip judgeOther(uint8_t channel);
  bool ready() const;

  Latch &latch_;
  State state_ = State::booting;
  Trip trip_ = noTrip;
  Readings readings_;
  DriveControl drive_;
  Witness witness_;
  Rails rails_;
  Reference reference_;
  ModuleCurrent current_;
  SecondRelay line_;
  Fan fan_;
  StopLoop loop_;
  uint32_t nowMs_ = 0;
  uint32_t renewedAtMs_ = 0;
  uint32_t armedAtMs_ = 0;
  uint8_t bootPasses_ = 0;
  uint8_t changes_ = 0;
};
