#include "module_current.h"

namespace {
/** Of what full drive asks for. The counts of a drive may be more than its full scale until it was refused. */
uint16_t part(uint16_t ofFull, uint16_t count) {
  return static_cast<uint16_t>(static_cast<uint32_t>(ofFull) * (count < 255 ? count : 255) / 255);
}
} // namespace

ModuleCurrent::ModuleCurrent() : apart_(looksIn(currentConfirmMs, moduleCurrentPin)) {}

void ModuleCurrent::sample(uint16_t count, const Drive &drive, bool lineClosed) {
  latest_ = count;
  constexpr uint8_t both = enableBit | relayBit;
  const bool connected = lineClosed && (drive.switches & both) == both;
  // Between its pulses the bridge shorts the modules, and what they make of their warm and cold side flows either way.
  least_ = currentZeroCounts - (connected ? currentWarmSinkCounts : currentIdleCounts);
  most_ = currentZeroCounts + (connected ? currentWarmPlateCounts : currentIdleCounts);
  if (connected) {
    const uint16_t cool = drive.count[coolSide];
    const uint16_t heat = drive.count[heatSide];
    if (cool > 0) least_ += part(currentCoolLeastCounts, cool);
    most_ += part(currentCoolMostCounts, cool);
    if (heat > 0) most_ -= part(currentHeatLeastCounts, heat);
    least_ -= part(currentHeatMostCounts, heat);
  }
  apart_.see(!(count >= least_ && count <= most_));
}

Trip ModuleCurrent::judge() const {
  if (!apart_.confirmed()) return noTrip;
  if (latest_ < currentWindowMinCounts) {
    return tripOf(Reason::sensorShort, moduleCurrentPin, latest_, currentWindowMinCounts);
  }
  if (latest_ > currentWindowMaxCounts) {
    return tripOf(Reason::sensorOpen, moduleCurrentPin, latest_, currentWindowMaxCounts);
  }
  const bool below = latest_ < least_;
  const bool idle = least_ <= currentZeroCounts && most_ >= currentZeroCounts;
  // Too little of the right way is a line, a leg or a module that is open; all else flows through a leg that nobody drives.
  const bool open = !idle && (below ? latest_ >= currentZeroCounts - currentIdleCounts
                                    : latest_ <= currentZeroCounts + currentIdleCounts);
  const bool tooLittle = open && below == (least_ > currentZeroCounts);
  return tripOf(tooLittle ? Reason::moduleOpen : Reason::bridgeShorted, moduleCurrentPin, latest_,
                below ? least_ : most_);
}
