#include "supervisor.h"

void Supervisor::boot(uint8_t resetFlags, bool stalled) {
  const Trip trip = tripAfterReset(latch_, resetFlags, stalled);
  enter(trip ? State::tripped : State::booting, trip);
}

/** Off first; then the change is remembered, so that a reset in between finds nothing driven. */
void Supervisor::enter(State state, const Trip &trip) {
  drive_.off();
  state_ = state;
  trip_ = trip;
  latch_.keep(state, trip);
  changes_++;
}

void Supervisor::pass(const Sensed &sensed) {
  const uint16_t elapsedMs = saturated(sensed.nowMs - nowMs_);
  nowMs_ = sensed.nowMs;
  drive_.pass(elapsedMs);
  loop_.pass(sensed.loopLow, elapsedMs);
  fan_.pass(sensed.tachHigh, elapsedMs);
  rails_.pass(drive_.inForce(), elapsedMs);
  reference_.pass(drive_.inForce(), elapsedMs);
  line_.pass(drive_.inForce(), elapsedMs);
  readings_.sample(sensed.bead.channel, sensed.bead.count, groundShift());
  sampleOther(sensed.other);
  if (state_ == State::booting && ++bootPasses_ >= passesToBoot) enter(State::idle, noTrip);
  Trip trip = noTrip;
  if (state_ == State::armed) trip = judgeArmed(sensed);
  // A contact that does not open is seen in every state; what has tripped already keeps its first reason.
  if (!trip && state_ != State::tripped && limits.has(railsPart)) trip = rails_.judgeOpen();
  if (trip) enter(State::tripped, trip);
}

/** What the known resistor does not tell cannot be taken off. */
int16_t Supervisor::groundShift() const { return limits.has(knownResistorPart) ? reference_.groundShift() : 0; }

/** Where the known resistor shows it, and it is taken off, a quarter is left. A drive above its full scale counts as full. */
uint16_t Supervisor::groundCentiC() const {
  const Drive &drive = drive_.inForce();
  const uint8_t cool = drive.count[coolSide] < 255 ? static_cast<uint8_t>(drive.count[coolSide]) : 255;
  const uint8_t heat = drive.count[heatSide] < 255 ? static_cast<uint8_t>(drive.count[heatSide]) : 255;
  const uint16_t all = static_cast<uint16_t>(
      (static_cast<uint32_t>(cool) * witnessGroundCoolCentiC + static_cast<uint32_t>(heat) * witnessGroundHeatCentiC) / 255);
  return limits.has(knownResistorPart) ? all / 4 : all;
}

void Supervisor::sampleOther(const Conversion &conversion) {
  switch (conversion.channel) {
  case witnessPin:
    witness_.sample(conversion.count, groundShift());
    break;
  case heatRailPin:
  case coolRailPin:
    rails_.sample(conversion);
    break;
  case moduleCurrentPin:
    current_.sample(conversion.count, drive_.inForce(), line_.holds());
    line_.sample(current_.flows());
    break;
  default:
    reference_.sample(conversion);
    break;
  }
}

/** A person's stop comes before all else; then what the board sees; then what the host owes and wants. */
Trip Supervisor::judgeArmed(const Sensed &sensed) {
  if (loop_.opened()) return tripOf(Reason::stopPressed, 0, 1, 0);
  const Trip reading = readings_.judge(sensed.bead.channel, limits, nowMs_);
  if (reading) return reading;
  const Trip other = judgeOther(sensed.other.channel);
  if (other) return other;
  const uint32_t silentMs = nowMs_ - renewedAtMs_;
  if (!(silentMs < leaseMs)) return tripOf(Reason::leaseLost, 0, silentMs, leaseMs);
  const uint32_t armedMs = nowMs_ - armedAtMs_;
  if (!(armedMs < limits[sessionS] * 1000UL)) {
    return tripOf(Reason::session, 0, armedMs / 1000, limits[sessionS]);
  }
  return drive_.judge(limits);
}

/** What the device has beside its beads: as far as the host has named it, and what every board has. */
Trip Supervisor::judgeOther(uint8_t channel) {
  if (channel == witnessPin && limits.has(witnessPart)) {
    const Trip witness = witness_.judge(readings_.plateCentiC(), readings_.plateMoves(), groundCentiC());
    if (witness) return witness;
  }
  if (channel == moduleCurrentPin && limits.has(moduleCurrentPart)) {
    // Through a relay that is still open nothing may flow, whoever drives it.
    const Trip current = line_.holds() ? current_.judge() : line_.judge(current_.latest());
    if (current) return current;
  }
  const Trip reference = reference_.judge(limits.has(knownResistorPart));
  if (reference) return reference;
  if (limits.has(loopDrivePart)) {
    const Trip loop = loop_.judgePulses();
    if (loop) return loop;
  }
  if (limits.has(fanTachPart)) {
    const Trip fan = fan_.judge();
    if (fan) return fan;
  }
  return limits.has(railsPart) ? rails_.judgeClosed() : noTrip;
}

/** Every part that the host has named has to prove itself. */
bool Supervisor::ready() const {
  return drive_.stagedZero() && loop_.closed() && readings_.safe(limits) &&
         reference_.safe(limits.has(knownResistorPart)) && (!limits.has(railsPart) || rails_.safe()) &&
         (!limits.has(moduleCurrentPart) || !current_.flows()) && (!limits.has(loopDrivePart) || loop_.follows()) &&
         (!limits.has(witnessPart) || witness_.safe(readings_.plateCentiC()));
}

uint16_t Supervisor::report(uint8_t channel) const {
  switch (channel) {
  case witnessPin:
    return witness_.bead().report();
  case heatRailPin:
  case coolRailPin:
    return rails_.latest(channel) * conversionsInMean;
  case moduleCurrentPin:
    return current_.latest() * conversionsInMean;
  case knownResistorPin:
    return reference_.known().report();
  default:
    return channel < channelCount ? readings_[channel].report() : 0;
  }
}

void Supervisor::reported(uint8_t channel) {
  if (channel < channelCount) readings_.reported(channel);
  if (channel == witnessPin) witness_.reported();
  if (channel == knownResistorPin) reference_.reported();
}

bool Supervisor::arm() {
  if (state_ != State::idle || !limits.mayArm() || !ready()) return false;
  enter(State::armed, noTrip);
  readings_.restart();
  witness_.restart(readings_.plateCentiC());
  reference_.restart();
  current_.restart();
  line_.restart(limits.has(secondRelayPart) && limits.has(moduleCurrentPart));
  fan_.restart();
  drive_.restart();
  renewedAtMs_ = nowMs_;
  armedAtMs_ = nowMs_;
  return true;
}

bool Supervisor::renew(const Drive &asked) {
  if (state_ != State::armed) return false;
  const Trip trip = drive_.commit(asked, limits);
  if (trip) {
    enter(State::tripped, trip);
    return false;
  }
  renewedAtMs_ = nowMs_;
  return true;
}

bool Supervisor::disarm() {
  if (state_ != State::armed) return false;
  enter(State::idle, noTrip);
  return true;
}

bool Supervisor::clear(Reason reason) {
  if (state_ != State::tripped || reason != trip_.reason || !ready()) return false;
  enter(State::idle, noTrip);
  return true;
}

uint16_t Supervisor::leaseLeftMs() const {
  if (state_ != State::armed) return 0;
  const uint32_t silentMs = nowMs_ - renewedAtMs_;
  return silentMs < leaseMs ? static_cast<uint16_t>(leaseMs - silentMs) : 0;
}
