#include "watchdog.h"
#include "channels.h"
#include "converter.h"
#include "generated.h"
#include "pins.h"
#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/wdt.h>

static_assert(watchdogMs == 250, "the chip's watchdog has a period of 250 ms");

namespace {
constexpr uint16_t stalledMark = 0x5ca1;
constexpr uint8_t stallTicks = stallMs * 1000UL / 1024;
/** Two conversions, one judgement: often enough for the 50 ms of the stop loop, and half the work of every tick. */
constexpr uint8_t ticksPerPass = passMicros / 1024;

uint8_t flagsAtBoot __attribute__((section(".noinit")));
/** Outlives the reset: a bootloader takes MCUSR, and with it the watchdog's flag. */
volatile uint16_t stalled __attribute__((section(".noinit")));

volatile uint8_t ticks = 0;
volatile uint8_t ticksSincePass = 0;
uint8_t passedTick = 0;
bool stalledAtBoot = false;
} // namespace

/** Before anything else: after a watchdog reset the watchdog still runs, at 16 ms (ATmega328P datasheet, WDRF). */
extern "C" void readResetFlags() __attribute__((naked, used, section(".init3")));
void readResetFlags() {
  flagsAtBoot = MCUSR;
  MCUSR = 0;
  wdt_disable();
}

/** Every 1.024 ms, with the timer that the Arduino core keeps time with. */
ISR(TIMER0_COMPA_vect) {
  converter::tick();
  ticks = ticks + 1;
  if (ticksSincePass < stallTicks) {
    ticksSincePass = ticksSincePass + 1;
    return;
  }
  // The program has not come round for so long that it hangs (hazard H03): off now, and the watchdog follows.
  pins::off();
  stalled = stalledMark;
}

namespace watchdog {
uint8_t resetFlags() { return flagsAtBoot; }
bool stalledBefore() { return stalledAtBoot; }

void begin() {
  // What power-on left in memory says nothing.
  stalledAtBoot = stalled == stalledMark && (flagsAtBoot & _BV(PORF)) == 0;
  stalled = 0;
  // Half a turn away from the overflow that the core counts.
  OCR0A = 0x80;
  TIMSK0 |= _BV(OCIE0A);
  wdt_enable(WDTO_250MS);
}

void awaitPass() {
  while (static_cast<uint8_t>(ticks - passedTick) < ticksPerPass) {
  }
  passedTick = ticks;
  while (stalled == stalledMark) {
    // The watchdog is not petted any more.
  }
}

void pet() {
  ticksSincePass = 0;
  wdt_reset();
}

#ifdef HANG_SYSEX
void hangForTest(bool interruptsOff) {
  if (interruptsOff) cli();
  for (;;) {
  }
}
#endif
} // namespace watchdog
