/* The analog-digital converter: two conversions a pass, a bead and one of the other channels (`channels.h`). */
#pragma once
#include "channels.h"

namespace converter {
void begin();

/** From the timer's interrupt, twice a pass: begins a conversion of the channel that was selected long before. */
void tick();

/** The oldest conversions that nobody has taken yet. Where there is none, that is told as an open input (law L4). */
void take(Conversion &bead, Conversion &other);
} // namespace converter
