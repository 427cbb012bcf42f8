#include "converter.h"
#include <avr/io.h>

namespace {
constexpr uint16_t openCount = 1023;
/** 125 kHz, inside of the 50 … 200 kHz of ten true bits (ATmega328P datasheet). */
constexpr uint8_t converterOn = _BV(ADEN) | _BV(ADPS2) | _BV(ADPS1) | _BV(ADPS0);
/** Turns of a loop of a few cycles: more than the 104 µs that a conversion takes. */
constexpr uint16_t longestTurns = 600;

uint8_t bead = 0;
uint8_t slot = 0;
/** Shared with the interrupt: the conversion that runs or has ended is a bead's; what it gave, once the other one runs. */
volatile bool beadRuns = true;
volatile uint16_t beadCount = openCount;

/** Against the supply, as the dividers are: the reading then does not depend on it. */
void start(uint8_t channel) {
  ADMUX = _BV(REFS0) | channel;
  ADCSRA = converterOn | _BV(ADSC);
}

uint16_t result() { return (ADCSRA & _BV(ADSC)) == 0 ? ADC : openCount; }

uint16_t awaited() {
  for (uint16_t turns = longestTurns; turns > 0 && (ADCSRA & _BV(ADSC)) != 0; turns--) {
  }
  return result();
}
} // namespace

namespace converter {
void begin() {
  ADCSRA = converterOn;
  start(bead);
}

void tick() {
  if (!beadRuns || (ADCSRA & _BV(ADSC)) != 0) return;
  beadCount = ADC;
  beadRuns = false;
  start(otherChannels[slot]);
}

void take(Conversion &takenBead, Conversion &takenOther) {
  const uint8_t other = otherChannels[slot];
  takenOther.channel = other;
  takenBead.channel = bead;
  if (beadRuns || other == bandGapChannel) {
    // No tick came since the last pass; or it is the inner reference, which is weak: what was converted as it was selected
    // says nothing, and now it has settled.
    if (beadRuns) beadCount = awaited();
    start(other);
    takenOther.count = awaited();
  } else {
    takenOther.count = result();
  }
  takenBead.count = beadCount;
  slot = (slot + 1) % otherSlots;
  bead = bead + 1 < channelCount ? bead + 1 : 0;
  start(bead);
  beadRuns = true;
}
} // namespace converter
