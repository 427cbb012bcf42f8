#include "latch.h"
#include "frames.h"

namespace {
uint16_t checkOf(const Latch &latch) {
  const uint8_t bytes[] = {
      static_cast<uint8_t>(latch.state),
      static_cast<uint8_t>(latch.trip.reason),
      latch.trip.channel,
      static_cast<uint8_t>(latch.trip.value),
      static_cast<uint8_t>(latch.trip.value >> 8),
      static_cast<uint8_t>(latch.trip.limit),
      static_cast<uint8_t>(latch.trip.limit >> 8),
  };
  return crc16(bytes, sizeof bytes, 0x4743);
}
} // namespace

bool Latch::intact() const { return check == checkOf(*this); }

void Latch::keep(State newState, const Trip &newTrip) {
  state = newState;
  trip = newTrip;
  check = checkOf(*this);
}

Trip tripAfterReset(const Latch &latch, uint8_t resetFlags, bool stalled) {
  const Trip interrupted = tripOf(Reason::leaseLost, 0, 0, leaseMs);
  if ((resetFlags & powerOnReset) != 0) return noTrip;
  if (stalled || (resetFlags & watchdogReset) != 0) {
    return tripOf(Reason::watchdog, 0, 0, watchdogMs);
  }
  if (!latch.intact()) {
    // Power was never lost, and yet the memory is wrong: nobody knows what went before (law L4).
    return (resetFlags & (externalReset | brownOutReset)) != 0 ? interrupted : noTrip;
  }
  switch (latch.state) {
  case State::idle:
  case State::booting:
    return noTrip;
  case State::tripped:
    return latch.trip;
  case State::armed:
    break;
  }
  return interrupted;
}

uint16_t drawChallenge(Latch &latch, uint32_t entropy) {
  const uint8_t bytes[] = {
      static_cast<uint8_t>(entropy),
      static_cast<uint8_t>(entropy >> 8),
      static_cast<uint8_t>(entropy >> 16),
      static_cast<uint8_t>(entropy >> 24),
  };
  uint16_t drawn = crc16(bytes, sizeof bytes, latch.challenge);
  // The open seed is everybody's.
  while (drawn == latch.challenge || drawn == openSeed) drawn++;
  latch.challenge = drawn;
  return drawn;
}
