/*
 * The last word: states, lease and trips. Everything here runs on the board's own readings and its own clock, and needs
 * no host (laws L4, L5, L7, L8).
 */
#pragma once
#include "drive.h"
#include "latch.h"
#include "readings.h"

/** What one pass has seen. */
struct Sensed {
  uint32_t nowMs;
  /** The channel that was converted in this pass, and its count. */
  uint8_t channel;
  uint16_t count;
  /** The stop loop's input is low now. */
  bool loopClosed;
};

class Supervisor {
public:
  explicit Supervisor(Latch &latch) : latch_(latch), loop_(looksToOpen) {}

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
  void reported(uint8_t channel) { readings_.reported(channel); }

  State state() const { return state_; }
  const Trip &trip() const { return trip_; }
  const Drive &drive() const { return drive_.inForce(); }
  const Readings &readings() const { return readings_; }
  bool loopClosed() const { return loop_.clear(); }
  uint16_t leaseLeftMs() const;
  uint32_t nowMs() const { return nowMs_; }
  /** Counts the changes of state, so that each is reported at once. */
  uint8_t changes() const { return changes_; }

  Limits limits;

private:
  /** One a pass. */
  static constexpr uint8_t looksToOpen = (confirmMs * 1000UL + passMicros - 1) / passMicros;
  /** Until the mean of each channel can be complete. */
  static constexpr uint8_t passesToBoot = channelCount * conversionsInMean + 8;

  void enter(State state, const Trip &trip);
  Trip judgeArmed(uint8_t channel);
  bool ready() const;

  Latch &latch_;
  State state_ = State::booting;
  Trip trip_ = noTrip;
  Readings readings_;
  DriveControl drive_;
  Confirmation loop_;
  uint32_t nowMs_ = 0;
  uint32_t renewedAtMs_ = 0;
  uint32_t armedAtMs_ = 0;
  uint8_t bootPasses_ = 0;
  uint8_t changes_ = 0;
};
