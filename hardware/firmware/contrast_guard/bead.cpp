#include "bead.h"
#include "celsius.h"

namespace {
/** A channel is converted every third pass. */
constexpr uint16_t turnMicros = passMicros * channelCount;
constexpr uint8_t looksToConfirm = (confirmMs * 1000UL + turnMicros - 1) / turnMicros;
} // namespace

Bead::Bead() : outside_(looksToConfirm) {
  for (uint8_t index = 0; index < meanOf; index++) window_[index] = 0;
}

void Bead::sample(uint16_t count) {
  latest_ = count;
  const bool inside = count >= windowMinCounts && count <= windowMaxCounts;
  outside_.see(!inside);
  // What lies outside is no temperature and must not colour one: the mean waits, and the confirmation decides.
  if (!inside) return;
  sum_ += count - window_[next_];
  window_[next_] = count;
  next_ = (next_ + 1) % meanOf;
  if (held_ < meanOf) held_++;
  if (held_ == meanOf) centiC_ = centiCelsius(sum_);
}

Trip Bead::fault(uint8_t channel) const {
  // With the pull-up to the supply, an open input is high and a shorted one low.
  if (latest_ > windowMaxCounts) return tripOf(Reason::sensorOpen, channel, latest_, windowMaxCounts);
  return tripOf(Reason::sensorShort, channel, latest_, windowMinCounts);
}

Trip Slope::judge(int16_t centiC, uint8_t channel, uint32_t nowMs) {
  constexpr uint16_t stepMs = slopeMs / steps;
  constexpr int32_t most = static_cast<int32_t>(slopeCentiCPerS) * slopeMs / 1000;
  // Against the oldest that is held: a jump in less than the whole time counts as much as a slow movement.
  const int16_t oldest = held_ == 0 ? centiC : history_[held_ < steps ? 0 : next_];
  const int32_t moved = static_cast<int32_t>(centiC) - oldest;
  const int32_t distance = moved < 0 ? -moved : moved;
  if (distance > most) {
    return tripOf(Reason::tooFast, channel, distance * 1000 / slopeMs, slopeCentiCPerS);
  }
  if (held_ == 0) {
    next_ = 0;
    steppedAtMs_ = nowMs;
  } else if (nowMs - steppedAtMs_ < stepMs) {
    return noTrip;
  } else {
    steppedAtMs_ += stepMs;
  }
  // Judged first: the oldest is replaced when it is just as old as the slope's time.
  history_[next_] = centiC;
  next_ = (next_ + 1) % steps;
  if (held_ < steps) held_++;
  return noTrip;
}
