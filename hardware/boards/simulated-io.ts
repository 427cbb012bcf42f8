/**
 * A Johnny-Five IO plug-in for a Nano that exists only in memory. It knows pins and reports, not physics:
 * the world behind the pins is passed in. No timers: time moves when the board is told to.
 */
import { EventEmitter } from 'node:events';
import { atmega328p } from '../port/chip.ts';
import type { DeviceWorld, PinReader } from './device-world.ts';

const modes = { INPUT: 0, OUTPUT: 1, ANALOG: 2, PWM: 3, SERVO: 4, PULLUP: 11 } as const;
const { adcSteps, pwmFullScale, timerOfPwmPin, digitalPins, analogChannels } = atmega328p;
const pwmPins = new Set(Object.keys(timerOfPwmPin).map(Number));
const firstAnalogPin = digitalPins.last + 1;
const pinCount = firstAnalogPin + analogChannels.nano;
const adcReferenceVolts = 5;

interface SimulatedPin {
  readonly supportedModes: readonly number[];
  mode: number | undefined;
  value: number;
  /** As the last answer told it. */
  state: number;
  report: number;
  readonly analogChannel: number;
}

function supportedModes(pin: number): number[] {
  if (pin < digitalPins.first) return [];
  if (pin >= firstAnalogPin) return [modes.INPUT, modes.OUTPUT, modes.ANALOG, modes.PULLUP];
  const digital = [modes.INPUT, modes.OUTPUT, modes.PULLUP];
  return pwmPins.has(pin) ? [...digital, modes.PWM] : digital;
}

export class SimulatedIo extends EventEmitter implements PinReader {
  /** Johnny-Five knows this name: pin names of an Uno are understood, and its own SIGINT hook is left out. */
  readonly name = 'Mock';
  readonly MODES = modes;
  readonly HIGH = 1;
  readonly LOW = 0;
  readonly defaultLed = 13;
  readonly RESOLUTION = { ADC: adcSteps - 1, PWM: pwmFullScale, DAC: null };
  readonly analogPins = Array.from(
    { length: analogChannels.nano },
    (_, channel) => firstAnalogPin + channel,
  );
  readonly pins: readonly SimulatedPin[] = Array.from({ length: pinCount }, (_, pin) => ({
    supportedModes: supportedModes(pin),
    mode: undefined,
    value: 0,
    state: 0,
    report: 1,
    analogChannel: pin >= firstAnalogPin ? pin - firstAnalogPin : 127,
  }));
  isReady = false;
  readonly #world: DeviceWorld;
  readonly #analogReports = new Map<number, string>();
  readonly #digitalReports = new Map<number, string>();

  readonly #questions: (() => void)[] = [];
  /** Noise on the cable: reports carry random values. */
  garbled = false;
  #noise = 1;
  #cut = false;
  #asleep = false;

  constructor(world: DeviceWorld) {
    super();
    this.setMaxListeners(0);
    this.#world = world;
  }

  /** Becomes ready, after the Johnny-Five board has attached itself. */
  start(): void {
    this.emit('connect');
    this.isReady = true;
    this.emit('ready');
  }

  pinMode(pin: number, mode: number): void {
    const known = this.pins[pin];
    if (known?.supportedModes.includes(mode) !== true) {
      throw new RangeError(`pin ${pin} of the simulated board has no mode ${mode}`);
    }
    known.mode = mode;
  }

  get #hears(): boolean {
    return !this.#cut && !this.#asleep;
  }

  digitalWrite(pin: number, value: number): void {
    const known = this.pins[pin];
    if (known !== undefined && this.#hears) known.value = value === 0 ? 0 : 1;
  }

  pwmWrite(pin: number, value: number): void {
    const known = this.pins[pin];
    if (known !== undefined && this.#hears) known.value = value / this.RESOLUTION.PWM;
  }

  analogWrite(pin: number, value: number): void {
    this.pwmWrite(pin, value);
  }

  analogRead(channel: number, listener: (count: number) => void): void {
    const event = `analog-read-${channel}`;
    this.#analogReports.set(channel, event);
    this.on(event, listener);
  }

  /** The present level is reported on the next report, then every change. */
  digitalRead(pin: number, listener: (level: number) => void): void {
    const event = `digital-read-${pin}`;
    this.#digitalReports.set(pin, event);
    const known = this.pins[pin];
    if (known !== undefined) known.value = Number.NaN;
    this.on(event, listener);
  }

  /** The answer comes with the next round of reports, and tells what the pin held when it was asked. */
  queryPinState(pin: number, answered: () => void): void {
    const known = this.pins[pin];
    if (known === undefined || !this.#hears) return;
    const held = Math.round(known.value * (known.mode === modes.PWM ? this.RESOLUTION.PWM : 1));
    this.#questions.push(() => {
      known.state = held;
      answered();
    });
  }

  /** A sequence that jumps over the whole range, the same in every run (a linear congruence of Park and Miller). */
  #noiseVolts(): number {
    this.#noise = (this.#noise * 48_271) % 2_147_483_647;
    return (this.#noise / 2_147_483_647) * adcReferenceVolts;
  }

  /** One round of reports, as Firmata sends it each sampling interval. */
  report(): void {
    if (this.#asleep) return;
    for (const [channel, event] of this.#analogReports) {
      const volts = this.garbled ? this.#noiseVolts() : this.#world.analogVolts(channel);
      const count = Math.floor((volts / adcReferenceVolts) * adcSteps);
      this.emit(event, Math.max(0, Math.min(adcSteps - 1, count)));
    }
    this.reportDigital();
    if (this.#questions.length > 0) for (const answer of this.#questions.splice(0)) answer();
  }

  /**
   * One pass of the firmware's loop: Firmata looks at its inputs in each, between the rounds as well, and reports what
   * has changed.
   * @param atMs board time of the pass, where the board is ahead of its world
   */
  reportDigital(atMs?: number): void {
    if (this.#asleep) return;
    for (const [pin, event] of this.#digitalReports) this.#reportLevel(pin, event, atMs);
  }

  #reportLevel(pin: number, event: string, atMs: number | undefined): void {
    const known = this.pins[pin];
    if (known === undefined) return;
    const outside = this.#world.digitalInput(pin, atMs);
    const level = (outside ?? known.mode === modes.PULLUP) ? 1 : 0;
    if (level === known.value) return;
    known.value = level;
    this.emit(event, level);
  }

  /** The chip starts anew: no pin is driven, and nobody has asked it to report anything. */
  forget(): void {
    for (const pin of this.pins) pin.value = 0;
    this.#questions.length = 0;
    this.#asleep = true;
  }

  /** As after `forget` and a host that has asked for everything again. */
  wake(): void {
    this.#asleep = false;
  }

  /** The cable is gone: what is written from now on reaches no pin, and the pins keep what they have. */
  cut(): void {
    this.#cut = true;
    this.emit('close');
  }

  duty(pin: number): number {
    const known = this.pins[pin];
    if (known === undefined || (known.mode !== modes.OUTPUT && known.mode !== modes.PWM)) return 0;
    return known.value;
  }

  level(pin: number): boolean {
    return this.duty(pin) > 0;
  }
}
