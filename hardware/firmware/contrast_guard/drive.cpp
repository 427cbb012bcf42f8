#include "drive.h"

void DriveControl::stageCount(Side side, uint16_t count) {
  staged_.count[side] = count;
  if (count < inForce_.count[side]) inForce_.count[side] = count;
}

void DriveControl::stageSwitch(uint8_t bit, bool on) {
  if (on) {
    staged_.switches |= bit;
  } else {
    staged_.switches &= ~bit;
    inForce_.switches &= ~bit;
  }
}

void DriveControl::setFanOff(bool off) {
  if (off) {
    inForce_.switches |= fanOffBit;
  } else {
    inForce_.switches &= ~fanOffBit;
  }
}

void DriveControl::off() {
  staged_ = Drive{{0, 0}, 0};
  inForce_ = staged_;
}

void DriveControl::restart() {
  for (uint8_t side = coolSide; side <= heatSide; side++) {
    drivenMs_[side] = 0;
    reliefMs_[side] = 0;
  }
}

Trip DriveControl::commit(const Drive &asked, const Limits &limits) {
  for (uint8_t side = coolSide; side <= heatSide; side++) {
    if (asked.count[side] != staged_.count[side]) {
      return tripOf(Reason::driveMismatch, side, asked.count[side], staged_.count[side]);
    }
  }
  if (asked.switches != staged_.switches) {
    return tripOf(Reason::driveMismatch, 2, asked.switches, staged_.switches);
  }
  const Trip staged = judgeStaged(limits);
  if (staged) return staged;
  const Trip reversal = judgeReversal();
  if (reversal) return reversal;
  inForce_ = staged_;
  return noTrip;
}

Trip DriveControl::judgeStaged(const Limits &limits) const {
  const uint16_t cool = staged_.count[coolSide];
  const uint16_t heat = staged_.count[heatSide];
  if (cool > 0 && heat > 0) return tripOf(Reason::bothSides, heatSide, cool < heat ? cool : heat, 0);
  if (cool > limits[maxCoolCount]) return tripOf(Reason::overCap, coolSide, cool, limits[maxCoolCount]);
  if (heat > limits[maxHeatCount]) return tripOf(Reason::overCap, heatSide, heat, limits[maxHeatCount]);
  return noTrip;
}

/** Hazard H12: a fast reversal cracks the modules. */
Trip DriveControl::judgeReversal() const {
  for (uint8_t side = coolSide; side <= heatSide; side++) {
    if (staged_.count[side] == 0 || (drivenBefore_ && lastSide_ == side)) continue;
    if (zeroMs_ < reversalZeroMs) return tripOf(Reason::reversal, side, zeroMs_, reversalZeroMs);
  }
  return noTrip;
}

void DriveControl::count(Side driven, uint16_t elapsedMs) {
  const Side other = driven == coolSide ? heatSide : coolSide;
  drivenBefore_ = true;
  lastSide_ = driven;
  zeroMs_ = 0;
  drivenMs_[driven] += elapsedMs;
  // Relief is unbroken: a host that flickers between the sides gives neither of them a rest (hazard H25).
  reliefMs_[driven] = 0;
  if (drivenMs_[other] > 0) reliefMs_[other] += elapsedMs;
  if (reliefMs_[other] >= oneWayReliefMs) {
    drivenMs_[other] = 0;
    reliefMs_[other] = 0;
  }
}

void DriveControl::pass(uint16_t elapsedMs) {
  if (inForce_.count[coolSide] > 0) {
    count(coolSide, elapsedMs);
  } else if (inForce_.count[heatSide] > 0) {
    count(heatSide, elapsedMs);
  } else {
    if (zeroMs_ < oneWayRestMs) zeroMs_ += elapsedMs;
    if (zeroMs_ >= oneWayRestMs) restart();
  }
}

Trip DriveControl::judge(const Limits &limits) const {
  const uint32_t mostMs = limits[oneWayS] * 1000UL;
  for (uint8_t side = coolSide; side <= heatSide; side++) {
    // Hazard H25: a host that hangs or lost its clock cannot lengthen a phase.
    if (drivenMs_[side] < mostMs) continue;
    if (drivenMs_[side] > 0) {
      return tripOf(Reason::oneWay, side, drivenMs_[side] / 1000, limits[oneWayS]);
    }
  }
  return judgeStaged(limits);
}
