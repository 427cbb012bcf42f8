#include "converter.h"
#include "bead.h"
#include <avr/io.h>

namespace {
constexpr uint16_t openCount = 1023;
uint8_t channel = 0;
/** 125 kHz, inside of the 50 … 200 kHz of ten true bits (ATmega328P datasheet). */
constexpr uint8_t converterOn = _BV(ADEN) | _BV(ADPS2) | _BV(ADPS1) | _BV(ADPS0);

/** Against the supply, as the dividers are: the reading then does not depend on it. */
void start() {
  ADMUX = _BV(REFS0) | channel;
  ADCSRA = converterOn | _BV(ADSC);
}
} // namespace

namespace converter {
void begin() {
  ADCSRA = converterOn;
  start();
}

uint8_t take(uint16_t &count) {
  // A conversion takes 0.1 ms of the pass's 2 ms. One that does not end is no reading (law L4).
  count = (ADCSRA & _BV(ADSC)) == 0 ? ADC : openCount;
  const uint8_t converted = channel;
  channel = channel + 1 < channelCount ? channel + 1 : 0;
  start();
  return converted;
}
} // namespace converter
