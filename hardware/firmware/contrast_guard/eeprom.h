/* The chip's EEPROM, a byte at a time: a test has one of its own. */
#pragma once
#include <stdint.h>

namespace eeprom {
/** No byte is being written. Writing one takes 3.4 ms, in which the program goes on. */
bool ready();

/* Only while ready. Neither waits. */
uint8_t read(uint8_t address);
void write(uint8_t address, uint8_t value);
} // namespace eeprom
