/* Two ways back when the program hangs: the stall guard, an interrupt, and behind it the chip's own watchdog. */
#pragma once
#include <stdint.h>

namespace watchdog {
/** MCUSR as it was at boot. */
uint8_t resetFlags();
/** The stall guard cut the power before this reset. */
bool stalledBefore();

/** From now on a pass must come at least every 100 ms. */
void begin();

/** Waits for the next pass to be due, every 2.048 ms. Never returns once the stall guard has struck. */
void awaitPass();

/** Only after a whole pass. */
void pet();

#ifdef HANG_SYSEX
/** Hangs, in a build for the test of the watchdog alone. */
void hangForTest(bool interruptsOff);
#endif
} // namespace watchdog
