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
  loop_.see(!sensed.loopClosed);
  readings_.sample(sensed.channel, sensed.count);
  if (state_ == State::booting && ++bootPasses_ >= passesToBoot) enter(State::idle, noTrip);
  if (state_ != State::armed) return;
  const Trip trip = judgeArmed(sensed.channel);
  if (trip) enter(State::tripped, trip);
}

/** A person's stop comes before all else; then what the board sees; then what the host owes and wants. */
Trip Supervisor::judgeArmed(uint8_t channel) {
  if (loop_.confirmed()) return tripOf(Reason::stopPressed, 0, 1, 0);
  const Trip reading = readings_.judge(channel, limits, nowMs_);
  if (reading) return reading;
  const uint32_t silentMs = nowMs_ - renewedAtMs_;
  if (!(silentMs < leaseMs)) return tripOf(Reason::leaseLost, 0, silentMs, leaseMs);
  const uint32_t armedMs = nowMs_ - armedAtMs_;
  if (!(armedMs < limits[sessionS] * 1000UL)) {
    return tripOf(Reason::session, 0, armedMs / 1000, limits[sessionS]);
  }
  return drive_.judge(limits);
}

bool Supervisor::ready() const {
  return drive_.stagedZero() && loop_.clear() && readings_.safe(limits);
}

bool Supervisor::arm() {
  if (state_ != State::idle || !ready()) return false;
  enter(State::armed, noTrip);
  readings_.restart();
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
