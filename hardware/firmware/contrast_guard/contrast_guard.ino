/*
 * The guard firmware of Contrast Companion, for an Arduino Uno or Nano (ATmega328P).
 *
 * It speaks enough Firmata for Johnny-Five, and has the last word on the power pins: they are driven only while the
 * host renews a lease, and never past the limits that are burnt in here. docs/guard-protocol.md is the specification.
 */
#include "converter.h"
#include "firmata.h"
#include "pins.h"
#include "uart.h"
#include "watchdog.h"

static Latch latch __attribute__((section(".noinit")));
static Supervisor supervisor(latch);
static Memory memory;
static Session session(supervisor, latch, memory);
static Firmata firmata(supervisor, session);

void setup() {
  pins::begin();
  watchdog::begin();
  supervisor.boot(watchdog::resetFlags(), watchdog::stalledBefore());
  converter::begin();
  uart::begin();
  session.boot(watchdog::resetFlags());
  firmata.greet();
}

/** Tripped and nobody there: the board calls for help by itself. */
static bool buzzerSounds() {
  if (supervisor.state() == State::tripped && session.hostSilent()) {
    return (millis() / beepMs) % 2 == 0;
  }
  return firmata.signals().buzzer;
}

/** A few bytes a pass are all that the line can bring; the bound keeps a pass short whatever comes. */
static void obeyHost() {
  for (uint8_t left = 32; left > 0; left--) {
    const int16_t byte = uart::receive();
    if (byte < 0) return;
    const Drive before = supervisor.drive();
    firmata.receive(static_cast<uint8_t>(byte));
    if (!(supervisor.drive() == before)) pins::apply(supervisor.drive());
  }
}

/** One supervision pass: sense, judge, obey, report. Whole or not at all: only then the watchdog is petted. */
void loop() {
  watchdog::awaitPass();
  Sensed sensed;
  converter::take(sensed.bead, sensed.other);
  sensed.nowMs = millis();
  sensed.loopLow = pins::stopLoopLow();
  sensed.tachHigh = pins::tachHigh();
  supervisor.pass(sensed);
  pins::apply(supervisor.drive());
  pins::loopDrive(supervisor.loop().pulses());
  obeyHost();
  pins::buzzer(buzzerSounds());
  pins::statusLed(firmata.signals().statusLed);
  session.pass();
  firmata.report(!supervisor.loop().low());
  pins::pump(supervisor.holdsLine());
  watchdog::pet();
}
