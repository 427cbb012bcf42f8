/* The analog-digital converter: one conversion a pass, three channels in turn. */
#pragma once
#include <stdint.h>

namespace converter {
void begin();

/** Takes the conversion that the last pass began, and begins the next. Returns the channel that was converted. */
uint8_t take(uint16_t &count);
} // namespace converter
