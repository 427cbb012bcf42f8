/* The analog-digital converter: two conversions a pass, a bead and one of the other channels (`channels.h`). */
#pragma once
#include "channels.h"

namespace converter {
void begin();

/**
 * At the begin of a pass: the conversions of the last one, and the next one of a bead begins. One that has not ended is
 * told as an open input (law L4).
 */
void take(Conversion &bead, Conversion &other);

/** From the timer's interrupt: in the middle of a pass the other channel has its turn. Waits for nothing. */
void tick();
} // namespace converter
