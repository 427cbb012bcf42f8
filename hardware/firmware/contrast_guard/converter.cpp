#include "converter.h"
#include <avr/interrupt.h>
#include <avr/io.h>
#include <util/atomic.h>

namespace {
constexpr uint16_t openCount = 1023;
/** 125 kHz, inside of the 50 … 200 kHz of ten true bits (ATmega328P datasheet). */
constexpr uint8_t converterOn = _BV(ADEN) | _BV(ADIE) | _BV(ADPS2) | _BV(ADPS1) | _BV(ADPS0);
constexpr uint8_t queueSize = 2;

/** Conversions of one kind. A pass that is a little late finds two; of more, the oldest is lost. */
struct Queue {
  Conversion held[queueSize];
  uint8_t count;
};

volatile Queue beads;
volatile Queue others;
volatile bool beadSelected = true;
volatile uint8_t bead = 0;
volatile uint8_t slot = 0;

/**
 * Against the supply, as the dividers are: the reading then does not depend on it. Selected half a pass before its
 * conversion, so that the inner reference, which is weak, has settled.
 */
inline void select(uint8_t channel) { ADMUX = _BV(REFS0) | channel; }

inline void put(volatile Queue &queue, uint8_t channel, uint16_t count) {
  if (queue.count == queueSize) {
    queue.held[0].channel = queue.held[1].channel;
    queue.held[0].count = queue.held[1].count;
    queue.count = queueSize - 1;
  }
  queue.held[queue.count].channel = channel;
  queue.held[queue.count].count = count;
  queue.count = queue.count + 1;
}

void get(volatile Queue &queue, uint8_t awaited, Conversion &conversion) {
  conversion.channel = awaited;
  conversion.count = openCount;
  if (queue.count == 0) return;
  conversion.channel = queue.held[0].channel;
  conversion.count = queue.held[0].count;
  queue.held[0].channel = queue.held[1].channel;
  queue.held[0].count = queue.held[1].count;
  queue.count = queue.count - 1;
}
} // namespace

/** A conversion has ended, 0.1 ms after it began. */
ISR(ADC_vect) {
  const uint16_t count = ADC;
  if (beadSelected) {
    put(beads, bead, count);
    bead = bead + 1 < channelCount ? bead + 1 : 0;
    select(otherChannels[slot]);
  } else {
    put(others, otherChannels[slot], count);
    slot = (slot + 1) % otherSlots;
    select(bead);
  }
  beadSelected = !beadSelected;
}

namespace converter {
void begin() {
  select(bead);
  ADCSRA = converterOn;
}

void tick() {
  if ((ADCSRA & (_BV(ADIE) | _BV(ADSC))) == _BV(ADIE)) ADCSRA = converterOn | _BV(ADSC);
}

void take(Conversion &takenBead, Conversion &takenOther) {
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    get(beads, bead, takenBead);
    get(others, otherChannels[slot], takenOther);
  }
}
} // namespace converter
