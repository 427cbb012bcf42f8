/**
 * The laws and invariants, checked after every tick of a simulated treatment against the pins and the plate's own
 * temperature, by other means than the program's: by the judge's own table of what is permitted, its own limits and the
 * world's clock. What is broken is said once, with the time.
 */
import type { PinTruth, PlantTruth } from '../../hardware/boards/board.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { plateSpan } from '../safety/readings.ts';
import type { Companion } from '../treatment/companion.ts';
import type { TreatmentState } from '../treatment/state.ts';
import { powerIn } from './lawful-power.ts';

export interface Violation {
  readonly law: string;
  readonly atS: number;
  readonly what: string;
}

export interface LawBounds {
  /** The rig's cap, 0…1. */
  readonly maxHeatDuty: number;
  /** The plate's true surface; null where no software can keep it. */
  readonly plate: { readonly minC: number; readonly maxC: number } | null;
}

interface Before {
  readonly state: SessionState;
  /** A skin check waits for its answer, or for the next look. */
  readonly skinIsOpen: boolean;
}

/** What is asked in passing waits for a minute; a tick of the answer's own. */
const passingMs = 60_000 + 50;

/** Half a second at zero, in ticks. */
const restTicks = 10;
/** By the world's clock: one direction without a break, and all of a treatment from the first contact to the last drive. */
const longestMs = { phase: 20 * 60_000 + 1000, session: 91 * 60_000 } as const;
/**
 * Cold that nothing warm has broken lasts for one phase (its bound, and the ramp): 20 min have palsied nerves (Bassett
 * 1992). Halfway from cold to heat breaks it, whatever two sound sensors may be off by.
 */
const unbrokenColdMs = 15.5 * 60_000;
const coldUpToC = 21;
const brokenFromC = 30;
const rounding = 1e-9;
const restless = new Set<SessionState>([
  'selfTest',
  'preparing',
  'awaitingContact',
  'treating.cold',
  'treating.hot',
]);

/** By what was asked, not by the state of the session. @param waitedMs for the answer, by the world's clock */
function isSkinOpen({ skinCheck, session }: TreatmentState, waitedMs: number): boolean {
  if (skinCheck === null) return session.context.phaseOver;
  return skinCheck.question !== 'warm' || waitedMs > passingMs;
}

const emptyRailV = 2;

/** By the rails behind the relay, whoever closed it. */
export function isFed({ coolRailV, heatRailV }: PlantTruth): boolean {
  return !(Math.max(coolRailV, heatRailV) < emptyRailV);
}

export class LawWatch {
  readonly violations: Violation[] = [];
  plateMaxC = Number.NEGATIVE_INFINITY;
  plateMinC = Number.POSITIVE_INFINITY;
  #before: Before | null = null;
  #tick = 0;
  #pinsUntilMs = Number.NEGATIVE_INFINITY;
  #heatTick = Number.NEGATIVE_INFINITY;
  #coolTick = Number.NEGATIVE_INFINITY;
  #lastPhase = 0;
  #asked: TreatmentState['skinCheck'] = null;
  #askedAtMs = 0;
  /** By the world's clock: how long the present phase has gone on, and since when the treatment has. */
  #phaseMs = 0;
  #timedPhase = 0;
  #sessionFromMs = Number.NaN;
  #coldMs = 0;
  #faulted = false;
  /** Something has fed the plate: from then on it is ours. */
  wasFed = false;
  readonly #bounds: LawBounds;

  constructor(bounds: LawBounds) {
    this.#bounds = bounds;
  }

  #say(law: string, companion: Companion, what: string): void {
    if (this.violations.some((one) => one.law === law)) return;
    this.violations.push({ law, atS: companion.elapsedS, what: `${what}, in ${companion.state}` });
  }

  /** @param stopWished somebody has said STOP before this tick */
  look(companion: Companion, stopWished: boolean): void {
    this.#tick += 1;
    const { simulation } = companion.board;
    if (simulation === undefined) throw new Error('only a simulated device can be watched');
    const [pins, truth] = [simulation.pins(), simulation.truth()];
    // Where the world's time stood still, the pins have not had anything since.
    const passedMs = pins.untilMs - this.#pinsUntilMs;
    this.#pinsUntilMs = pins.untilMs;
    if (this.#before !== null && passedMs > 0) {
      this.#lookAtPins(companion, this.#before, pins);
      this.#lookAtTime(companion, this.#before, pins, passedMs);
      this.#lookAtCold(companion, this.#before, truth, passedMs);
    }
    this.#lookAtPlate(companion, truth);
    this.#lookAtSession(companion);
    if (stopWished && restless.has(companion.state)) this.#say('L3', companion, 'STOP did nothing');
    const { skinCheck } = companion.treatment;
    if (skinCheck !== this.#asked) {
      this.#asked = skinCheck;
      this.#askedAtMs = pins.untilMs;
    }
    const skinIsOpen = isSkinOpen(companion.treatment, pins.untilMs - this.#askedAtMs);
    this.#before = { state: companion.state, skinIsOpen };
  }

  /** What was on the pins since the tick before must be what that tick's state allows. */
  #lookAtPins(companion: Companion, before: Before, pins: PinTruth): void {
    const { coolDuty, heatDuty, bridgeEnabled, relayClosed, fanRunning } = pins;
    const say = (law: string, what: string): void => {
      this.#say(law, companion, `${what} after ${before.state}`);
    };
    const most = powerIn[before.state];
    if (heatDuty > most.heat) say('L1', `heat ${heatDuty}`);
    if (before.skinIsOpen && (heatDuty > 0 || coolDuty > 0))
      say('skin check', 'driven before somebody said that the skin is fine');
    if (coolDuty > 0 && heatDuty > 0) say('I2', 'both sides of the bridge are on');
    const isOff = most.cool === 0 && most.heat === 0;
    if (isOff && (coolDuty > 0 || heatDuty > 0 || bridgeEnabled || relayClosed)) {
      say('L8', 'something is energised where nothing is permitted');
    }
    if (!fanRunning) say('L8 fan', 'the fan stands still');
    if (heatDuty > this.#bounds.maxHeatDuty + rounding) say('I3', `heat ${heatDuty}`);
    if (!isOff && coolDuty > most.cool + rounding) say('I3', `cooling ${coolDuty}`);
    if (heatDuty > 0) {
      if (this.#tick - this.#coolTick <= restTicks)
        say('I2 reversal', 'no pause at zero before heat');
      this.#heatTick = this.#tick;
    }
    if (coolDuty > 0) {
      if (this.#tick - this.#heatTick <= restTicks)
        say('I2 reversal', 'no pause at zero before cold');
      this.#coolTick = this.#tick;
    }
  }

  /** A plate that nothing has fed yet is as warm as its room and its heatsink have made it; it is on nobody. */
  #lookAtPlate(companion: Companion, truth: PlantTruth): void {
    const { hottestC, coldestC } = truth;
    const isOurs = this.wasFed;
    this.plateMaxC = isOurs ? Math.max(this.plateMaxC, hottestC) : hottestC;
    this.plateMinC = isOurs ? Math.min(this.plateMinC, coldestC) : coldestC;
    this.wasFed ||= isFed(truth);
    const { plate } = this.#bounds;
    if (plate !== null && this.wasFed && !(hottestC <= plate.maxC && coldestC >= plate.minC)) {
      const extremeC = hottestC > plate.maxC ? hottestC : coldestC;
      this.#say('I6', companion, `the true plate is at ${extremeC.toFixed(2)} °C`);
    }
  }

  /** One direction and one treatment are driven for no longer than they may be, whatever the program's clocks say. */
  #lookAtTime(companion: Companion, before: Before, pins: PinTruth, passedMs: number): void {
    if (!before.state.startsWith('treating')) return;
    const { phase } = companion.treatment.session.context;
    if (phase !== this.#timedPhase) this.#phaseMs = 0;
    this.#timedPhase = phase;
    this.#phaseMs += passedMs;
    if (Number.isNaN(this.#sessionFromMs)) this.#sessionFromMs = pins.untilMs;
    if (pins.coolDuty === 0 && pins.heatDuty === 0) return;
    if (this.#phaseMs > longestMs.phase)
      this.#say('phase length', companion, `phase ${phase} is driven for ${this.#phaseMs} ms`);
    const sessionMs = pins.untilMs - this.#sessionFromMs;
    if (sessionMs > longestMs.session)
      this.#say('session length', companion, `driven ${sessionMs} ms after the first contact`);
  }

  /** On skin, by the true plate: what a whole further cold phase on top of a cold one would be. */
  #lookAtCold(companion: Companion, before: Before, truth: PlantTruth, passedMs: number): void {
    if (truth.hottestC > brokenFromC) this.#coldMs = 0;
    if (!before.state.startsWith('treating') || !(truth.coldestC <= coldUpToC)) return;
    this.#coldMs += passedMs;
    if (this.#coldMs > unbrokenColdMs)
      this.#say('unbroken cold', companion, `cold for ${(this.#coldMs / 60_000).toFixed(1)} min`);
  }

  #lookAtSession(companion: Companion): void {
    const { treatment, state } = companion;
    const { gate, readings, session, nowMs } = treatment;
    if (gate.drive !== 0) {
      const span = readings === null ? null : plateSpan(readings, nowMs);
      if (span === null || !Number.isFinite(span.hottestC)) {
        this.#say('L4', companion, 'driven without two valid readings');
      }
    }
    if (state === 'faulted') this.#faulted = true;
    if (this.#faulted && gate.drive !== 0) this.#say('L7', companion, 'driven after a trip');
    if (this.#faulted && state !== 'faulted') this.#say('L7', companion, 'left without a reset');
    const { phase } = session.context;
    if (phase === this.#lastPhase) return;
    const next = this.#lastPhase + 1;
    if (phase !== next) this.#say('L2', companion, `phase ${phase} follows ${this.#lastPhase}`);
    const cold = phase % 2 === 1;
    if (state === 'treating.hot' && cold) this.#say('L2', companion, `phase ${phase} is hot`);
    this.#lastPhase = phase;
  }

  /** From here on somebody named resets what has tripped: the watch over the latch is over. */
  resetComes(): void {
    this.#faulted = false;
  }
}
