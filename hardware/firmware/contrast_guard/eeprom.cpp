#include "eeprom.h"
#include <avr/io.h>
#include <util/atomic.h>

namespace eeprom {
bool ready() { return (EECR & _BV(EEPE)) == 0; }

uint8_t read(uint8_t address) {
  EEAR = address;
  EECR |= _BV(EERE);
  return EEDR;
}

void write(uint8_t address, uint8_t value) {
  EEAR = address;
  EEDR = value;
  // The second bit counts only within four cycles of the first (ATmega328P datasheet, EEMPE).
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    EECR |= _BV(EEMPE);
    EECR |= _BV(EEPE);
  }
}
} // namespace eeprom
