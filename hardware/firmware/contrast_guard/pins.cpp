#include "pins.h"
#include <avr/io.h>

// Timer 1 drives D9 (OC1A, PB1) and D10 (OC1B, PB2), phase correct.
static_assert(bridgeCoolPin == 9 && bridgeHeatPin == 10, "both sides of the bridge are timer 1's");
static_assert(bridgeEnablePin == 8 && statusLedPin == 13, "enable and light are on port B");
static_assert(relayPin == 7 && fanPin == 6 && buzzerPin == 4 && stopLoopPin == 2,
              "relay, fan, buzzer and stop loop are on port D");
static_assert(fanTachPin == 3 && pumpPin == 11 && loopDrivePin == 12,
              "the tachometer is on port D, pump and far end of the stop loop on port B");

namespace {
constexpr uint8_t enableMask = _BV(0); // port B
constexpr uint8_t coolMask = _BV(1);
constexpr uint8_t heatMask = _BV(2);
constexpr uint8_t pumpMask = _BV(3);
constexpr uint8_t loopDriveMask = _BV(4);
constexpr uint8_t ledMask = _BV(5);
constexpr uint8_t stopMask = _BV(2); // port D
constexpr uint8_t tachMask = _BV(3);
constexpr uint8_t buzzerMask = _BV(4);
constexpr uint8_t fanMask = _BV(6);
constexpr uint8_t relayMask = _BV(7);
/**
 * Of timer 1 for one count of the drive. Its period, 2 × 255 × 7 × 8 cycles, is chosen against the conversions: those of a
 * bead, 6.144 ms apart, fall on a phase that moves on by 0.442 of a period, so that sixteen in a row are spread evenly
 * over the period and their mean is that of the current, not of a moment (hazard H36).
 */
constexpr uint16_t stepsPerCount = 7;
constexpr uint16_t timerTop = 255 * stepsPerCount;

constexpr uint8_t coolTimer = _BV(COM1A1);
constexpr uint8_t heatTimer = _BV(COM1B1);

/** The registers themselves are compared, each pass anew: what is not as it should be is written, and only that. */
inline void portB(uint8_t mask, bool high) {
  if (((PORTB & mask) != 0) == high) return;
  if (high) {
    PORTB |= mask;
  } else {
    PORTB &= ~mask;
  }
}

inline void portD(uint8_t mask, bool high) {
  if (((PORTD & mask) != 0) == high) return;
  if (high) {
    PORTD |= mask;
  } else {
    PORTD &= ~mask;
  }
}

/**
 * The compare register takes a new value only at the timer's top: at zero the pin is cut from the timer at once, and
 * the register emptied, so that the next drive does not begin with the last one's duty.
 */
__attribute__((always_inline)) inline void side(volatile uint16_t &compare, uint8_t timer, uint8_t mask, uint16_t duty) {
  const uint16_t count = duty * stepsPerCount;
  if (compare != count) compare = count;
  const bool connected = (TCCR1A & timer) != 0;
  if (count > 0) {
    if (!connected) TCCR1A |= timer;
  } else {
    if (connected) TCCR1A &= ~timer;
    portB(mask, false);
  }
}
} // namespace

namespace pins {
void begin() {
  off();
  // Phase correct up to ICR1, an eighth of the clock: 560 Hz.
  ICR1 = timerTop;
  TCCR1A = _BV(WGM11);
  TCCR1B = _BV(WGM13) | _BV(CS11);
  DDRB |= enableMask | coolMask | heatMask | ledMask | pumpMask | loopDriveMask;
  DDRD |= relayMask | fanMask | buzzerMask;
  PORTD |= stopMask | tachMask;
  // Digital input buffers of the analog pins off (ATmega328P datasheet, DIDR0).
  DIDR0 = 0x3f;
}

void off() {
  PORTB &= ~enableMask;
  TCCR1A &= ~(coolTimer | heatTimer);
  OCR1A = 0;
  OCR1B = 0;
  PORTB &= ~(coolMask | heatMask);
  PORTD &= ~relayMask;
  PORTD &= ~fanMask;
}

void apply(const Drive &drive) {
  const bool enabled = (drive.switches & enableBit) != 0;
  const bool relay = (drive.switches & relayBit) != 0;
  const uint16_t cool = drive.count[coolSide];
  const uint16_t heat = drive.count[heatSide];
  if (!enabled) portB(enableMask, false);
  if (!relay) portD(relayMask, false);
  if (cool == 0) side(OCR1A, coolTimer, coolMask, 0);
  if (heat == 0) side(OCR1B, heatTimer, heatMask, 0);
  portD(fanMask, (drive.switches & fanOffBit) != 0);
  // Both sides at once is a short through the modules' driver: checked again here, where it would happen.
  if (cool > 0 && heat > 0) return;
  if (cool > 0) side(OCR1A, coolTimer, coolMask, cool);
  if (heat > 0) side(OCR1B, heatTimer, heatMask, heat);
  portD(relayMask, relay);
  portB(enableMask, enabled);
}

void buzzer(bool on) { portD(buzzerMask, on); }
void statusLed(bool on) { portB(ledMask, on); }

bool stopLoopLow() { return (PIND & stopMask) == 0; }
void loopDrive(bool high) { portB(loopDriveMask, high); }

bool tachHigh() { return (PIND & tachMask) != 0; }

void pump(bool runs) { portB(pumpMask, runs && (PORTB & pumpMask) == 0); }
} // namespace pins
