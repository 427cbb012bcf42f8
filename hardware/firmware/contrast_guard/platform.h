/*
 * What differs between the chip and a computer: the core of the guard (everything but pins, uart, converter and
 * watchdog) is plain C++11, and is compiled and tested on both.
 */
#pragma once
#include <stdint.h>

#ifdef __AVR__
#include <avr/pgmspace.h>
#else
#define PROGMEM
#define pgm_read_byte(address) (*reinterpret_cast<const uint8_t *>(address))
#define pgm_read_word(address) (*(address))
#endif

/** A value as wide as a field of 14 bits can carry. */
inline uint16_t saturated(uint32_t value) {
  return value < 0x3fff ? static_cast<uint16_t>(value) : 0x3fff;
}
