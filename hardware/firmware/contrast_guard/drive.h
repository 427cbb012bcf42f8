/*
 * The drive: what Firmata has staged, and what is in force at the pins. Lowering acts at once, in every state.
 * Raising takes a commit, so that no garbled Firmata write can drive (law L5, hazard H28).
 */
#pragma once
#include "limits.h"
#include "trip.h"

enum Side : uint8_t { coolSide, heatSide };

struct Drive {
  uint16_t count[2];
  uint8_t switches;

  bool zero() const { return count[coolSide] == 0 && count[heatSide] == 0 && switches == 0; }
  bool operator==(const Drive &other) const {
    return count[coolSide] == other.count[coolSide] && count[heatSide] == other.count[heatSide] &&
           switches == other.switches;
  }
};

class DriveControl {
public:
  const Drive &inForce() const { return inForce_; }
  bool stagedZero() const { return staged_.zero(); }

  void stageCount(Side side, uint16_t count);
  /** Of enable and relay. */
  void stageSwitch(uint8_t bit, bool on);
  /** In force at once: no power runs through the fan's pin. The caller knows whether the fan may stop. */
  void setFanOff(bool off);

  /** Everything off: staged and in force. */
  void off();
  /** A new time of drive: nothing was driven one way yet. */
  void restart();

  /** Puts the staged drive in force if it is the one that was asked for and may be driven; else says why not. */
  Trip commit(const Drive &asked, const Limits &limits);

  /** Once a pass, in every state: counts how long what was in force. */
  void pass(uint16_t elapsedMs);
  /** Once a pass while armed: the staged drive, and how long one side was driven. */
  Trip judge(const Limits &limits) const;

private:
  Trip judgeStaged(const Limits &limits) const;
  Trip judgeReversal() const;
  void count(Side driven, uint16_t elapsedMs);

  Drive staged_ = {{0, 0}, 0};
  Drive inForce_ = {{0, 0}, 0};
  uint32_t zeroMs_ = 0;
  uint32_t drivenMs_[2] = {0, 0};
  uint16_t reliefMs_[2] = {0, 0};
  /** Of the last drive; none since boot counts as the other one. */
  bool drivenBefore_ = false;
  Side lastSide_ = coolSide;
};
