/* Firmata's answers about the board itself. */
#pragma once
#include <stdint.h>

namespace answers {
void version();
void firmware();
void capabilities();
void analogMapping();
void pinState(uint8_t pin, uint16_t value);
/** A mean of conversions with its fraction, in the bits that the capabilities name. False where the line is full. */
bool analog(uint8_t channel, uint16_t value);
/** Port 0, where the stop loop is the only input. False where the line is full. */
bool stopLoop(bool open);
} // namespace answers
