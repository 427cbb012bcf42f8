#include "second_relay.h"

SecondRelay::SecondRelay() : flows_(looksIn(lineProofMs / 2, moduleCurrentPin)) {}

void SecondRelay::restart(bool proves) {
  proves_ = proves;
  drivenMs_ = 0;
  weakMs_ = 0;
  flows_.restart();
}

void SecondRelay::pass(const Drive &drive, uint16_t elapsedMs) {
  constexpr uint8_t both = enableBit | relayBit;
  if (!proves_ || (drive.switches & both) != both) return;
  if (drive.count[coolSide] >= lineProofCoolCount || drive.count[heatSide] >= lineProofHeatCount) {
    drivenMs_ += elapsedMs;
  } else if (drive.count[coolSide] > 0 || drive.count[heatSide] > 0) {
    weakMs_ += elapsedMs;
  }
  // A drive that would show nothing is not kept waiting: the self-test has driven more.
  if ((drivenMs_ >= lineProofMs && !flows_.confirmed()) || weakMs_ >= lineWeakMs) proves_ = false;
}

void SecondRelay::sample(bool flows) {
  if (proves_) flows_.see(flows);
}

Trip SecondRelay::judge(uint16_t count) const {
  if (!proves_ || !flows_.confirmed()) return noTrip;
  return tripOf(Reason::relayWelded, moduleCurrentPin, count, currentZeroCounts);
}
