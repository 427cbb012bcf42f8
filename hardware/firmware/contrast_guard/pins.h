/* The pins of the ATmega328P: the only file that can put power on one. */
#pragma once
#include "drive.h"

namespace pins {
/** Everything off, inputs with their pull-up. */
void begin();

/** Enable low first: that alone opens the bridge (law L8). Short enough for an interrupt. */
void off();

/** Puts the drive on the pins, what falls before what rises. */
void apply(const Drive &drive);

void buzzer(bool on);
void statusLed(bool on);

/** Low: somebody holds the stop loop closed, or its far end is high. */
bool stopLoopLow();
/** The far end of the stop loop. */
void loopDrive(bool high);

bool tachHigh();

/** One stroke of the charge pump that holds the second relay; at rest, or without strokes, it opens. */
void pump(bool runs);
} // namespace pins
