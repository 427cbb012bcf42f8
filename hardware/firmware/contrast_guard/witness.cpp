#include "witness.h"
#include "celsius.h"

namespace {
const BeadKind silicon = {witnessWindowMinCounts, witnessWindowMaxCounts, looksIn(confirmMs, witnessPin),
                          witnessCentiCelsius};
/** Of a drive that is above its full scale the narrower limit is the one of full drive. */
uint16_t groundCentiC(const Drive &drive) {
  const uint16_t cool = drive.count[coolSide] <= 255 ? drive.count[coolSide] : 255;
  const uint16_t heat = drive.count[heatSide] <= 255 ? drive.count[heatSide] : 255;
  return static_cast<uint16_t>((static_cast<uint32_t>(cool) * witnessGroundCoolCentiC +
                                static_cast<uint32_t>(heat) * witnessGroundHeatCentiC) / 255);
}
} // namespace

Witness::Witness()
    : bead_(silicon), apart_(looksIn(witnessApartMs, witnessPin)), alone_(looksIn(witnessAloneMs, witnessPin)) {}

void Witness::restart() {
  apart_.restart();
  alone_.restart();
}

uint16_t Witness::apart(int16_t beadsCentiC) const {
  const int16_t difference = bead_.centiC() - beadsCentiC;
  return static_cast<uint16_t>(difference < 0 ? -difference : difference);
}

bool Witness::inRange() const { return bead_.counts() >= witnessMinCounts && bead_.counts() <= witnessMaxCounts; }

/** By itself it needs no thermistor to say that the plate is too hot or too cold. */
Trip Witness::judge(int16_t beadsCentiC, uint16_t moved, const Drive &drive) {
  if (bead_.failed()) return bead_.fault(witnessPin);
  const uint16_t counts = bead_.counts();
  alone_.see(!inRange());
  if (alone_.confirmed() && !inRange()) {
    const bool hot = counts > witnessMaxCounts;
    return tripOf(hot ? Reason::plateHot : Reason::plateCold, witnessPin, counts,
                  hot ? witnessMaxCounts : witnessMinCounts);
  }
  // Both lag behind the plate, each in its own time.
  const uint16_t limit = witnessApartCentiC + moved * witnessSlopeS + groundCentiC(drive);
  const uint16_t difference = apart(beadsCentiC);
  apart_.see(!(difference < limit));
  if (!apart_.confirmed()) return noTrip;
  return tripOf(Reason::witnessDisagrees, witnessPin, difference, limit);
}

bool Witness::safe(int16_t beadsCentiC) const {
  return bead_.sound() && inRange() && apart(beadsCentiC) < witnessApartCentiC;
}
