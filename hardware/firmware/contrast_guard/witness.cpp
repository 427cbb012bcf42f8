#include "witness.h"
#include "celsius.h"

namespace {
const BeadKind silicon = {witnessWindowMinCounts, witnessWindowMaxCounts, looksIn(confirmMs, witnessPin),
                          witnessCentiCelsius};
uint16_t size(int16_t value) { return static_cast<uint16_t>(value < 0 ? -value : value); }
} // namespace

Witness::Witness()
    : bead_(silicon), apart_(looksIn(witnessApartMs, witnessPin)), drifted_(looksIn(witnessDriftMs, witnessPin)),
      alone_(looksIn(witnessAloneMs, witnessPin)) {}

void Witness::restart(int16_t beadsCentiC) {
  apartAtArm_ = apart(beadsCentiC);
  apart_.restart();
  drifted_.restart();
  alone_.restart();
}

bool Witness::inRange() const { return bead_.counts() >= witnessMinCounts && bead_.counts() <= witnessMaxCounts; }

/** By itself it needs no thermistor to say that the plate is too hot or too cold. */
Trip Witness::judge(int16_t beadsCentiC, uint16_t moved, uint16_t ground) {
  if (bead_.failed()) return bead_.fault(witnessPin);
  const uint16_t counts = bead_.counts();
  alone_.see(!inRange());
  if (alone_.confirmed() && !inRange()) {
    const bool hot = counts > witnessMaxCounts;
    return tripOf(hot ? Reason::plateHot : Reason::plateCold, witnessPin, counts,
                  hot ? witnessMaxCounts : witnessMinCounts);
  }
  // Both lag behind the plate, each in its own time.
  const uint16_t allowed = moved * witnessSlopeS + ground;
  const uint16_t difference = size(apart(beadsCentiC));
  const uint16_t drift = size(apart(beadsCentiC) - apartAtArm_);
  const uint16_t limit = witnessApartCentiC + allowed;
  const uint16_t lastingLimit = witnessLastingCentiC + allowed;
  const uint16_t driftLimit = witnessDriftCentiC + allowed;
  apart_.see(!(difference < limit));
  drifted_.see(!(difference < lastingLimit && drift < driftLimit));
  if (apart_.confirmed()) return tripOf(Reason::witnessDisagrees, witnessPin, difference, limit);
  if (!drifted_.confirmed()) return noTrip;
  const bool apartNow = !(difference < lastingLimit);
  return tripOf(Reason::witnessDisagrees, witnessPin, apartNow ? difference : drift,
                apartNow ? lastingLimit : driftLimit);
}

bool Witness::safe(int16_t beadsCentiC) const {
  return bead_.sound() && inRange() && size(apart(beadsCentiC)) < witnessLastingCentiC;
}
