#include "bead.h"
#include "celsius.h"

namespace {
const BeadKind thermistor = {windowMinCounts, windowMaxCounts, looksIn(confirmMs, plateAPin), centiCelsius};
} // namespace

Bead::Bead() : Bead(thermistor) {}

Bead::Bead(const BeadKind &kind) : kind_(kind), outside_(kind.looksToConfirm) { forget(); }

void Bead::forget() {
  for (uint8_t index = 0; index < meanOf; index++) window_[index] = 0;
  sum_ = 0;
  held_ = 0;
}

uint16_t Bead::unshifted(uint16_t count, int16_t shift) {
  const int16_t due = shift + leftOver_;
  const int16_t whole = due >= 0 ? due / 16 : -((15 - due) / 16);
  leftOver_ = static_cast<uint8_t>(due - whole * 16);
  return static_cast<uint16_t>(count - whole);
}

void Bead::sample(uint16_t count, int16_t shift) {
  latest_ = count;
  const bool inside = count >= kind_.minCounts && count <= kind_.maxCounts;
  outside_.see(!inside);
  if (!inside) {
    // What lies outside is no temperature and must not colour one: the mean waits, and the confirmation decides. What
    // was held before a failure is of another time, and must not come back as if it were of now.
    stray_ = count;
    strayed_ = true;
    if (outside_.confirmed() && held_ > 0) forget();
    return;
  }
  const uint16_t own = unshifted(count, shift);
  sum_ += own - window_[next_];
  window_[next_] = own;
  next_ = (next_ + 1) % meanOf;
  if (held_ < meanOf) held_++;
  if (held_ == meanOf) centiC_ = kind_.centiC(sum_);
}

Trip Bead::fault(uint8_t channel) const {
  // With the pull-up to the supply, an open input is high and a shorted one low.
  if (latest_ > kind_.maxCounts) return tripOf(Reason::sensorOpen, channel, latest_, kind_.maxCounts);
  return tripOf(Reason::sensorShort, channel, latest_, kind_.minCounts);
}

uint16_t History::oldest(uint16_t newest, uint32_t nowMs) {
  constexpr uint16_t stepMs = slopeMs / steps;
  // Against the oldest that is held: a jump in less than the whole time counts as much as a slow movement.
  const uint16_t oldest = held_ == 0 ? newest : means_[held_ < steps ? 0 : next_];
  if (held_ == 0) {
    next_ = 0;
    steppedAtMs_ = nowMs;
  } else if (nowMs - steppedAtMs_ < stepMs) {
    return oldest;
  } else {
    steppedAtMs_ += stepMs;
  }
  // The oldest is replaced when it is just as old as the slope's time.
  means_[next_] = newest;
  next_ = (next_ + 1) % steps;
  if (held_ < steps) held_++;
  return oldest;
}
