/** What the chip of an Arduino Uno or Nano is, as data (ATmega328P datasheet). Pins, counts and steps derive from it. */

export interface Chip {
  /** Steps of the converter: `count = floor(V / supply × steps)`, at most one less ("ADC Conversion Result"). */
  readonly adcSteps: number;
  /** The largest PWM count: full on. */
  readonly pwmFullScale: number;
  readonly clockHz: number;
  /** Digital pins that are free: 0 and 1 are the serial link itself. */
  readonly digitalPins: { readonly first: number; readonly last: number };
  /** Pins that can be PWM, each with the timer behind it. */
  readonly timerOfPwmPin: Readonly<Record<number, number>>;
  /** Channels of the converter that the smaller package brings out, and the larger one. */
  readonly analogChannels: { readonly uno: number; readonly nano: number };
}

export const atmega328p = {
  adcSteps: 1024,
  pwmFullScale: 255,
  clockHz: 16_000_000,
  digitalPins: { first: 2, last: 13 },
  timerOfPwmPin: { 3: 2, 5: 0, 6: 0, 9: 1, 10: 1, 11: 2 },
  analogChannels: { uno: 6, nano: 8 },
} as const satisfies Chip;
