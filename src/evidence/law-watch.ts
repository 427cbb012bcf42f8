/**
 * The laws and invariants, checked after every tick of a simulated treatment against the pins and the plate's own
 * temperature, by other means than the program's. What is broken is said once, with the time.
 */
import type { PinTruth, PlantTruth } from '../../hardware/boards/board.ts';
import { permissionOf } from '../../machines/permission.ts';
import type { Permission } from '../../machines/permission.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { addDose, noDose } from '../safety/dose.ts';
import { plateSpan } from '../safety/readings.ts';
import type { Companion } from '../treatment/companion.ts';
import type { TreatmentState } from '../treatment/state.ts';

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
  readonly permission: Permission;
  /** A skin check waits for its answer, or for the next look. */
  readonly skinIsOpen: boolean;
}

/** What is asked in passing waits for a minute; a tick of the answer's own. */
const passingMs = 60_000 + 50;

/** Half a second at zero, in ticks. */
const restTicks = 10;
const pulseDuty = 0.5;
const rounding = 1e-9;
const restless = new Set<SessionState>([
  'selfTest',
  'preparing',
  'awaitingContact',
  'treating.cold',
  'treating.hot',
]);

/** By what was asked and when, not by the state of the session. */
function isSkinOpen({ skinCheck, nowMs, session }: TreatmentState): boolean {
  if (skinCheck === null) return session.context.phaseOver;
  const { question, askedMs } = skinCheck;
  return question !== 'warm' || nowMs - askedMs > passingMs;
}

export class LawWatch {
  readonly violations: Violation[] = [];
  plateMaxC = Number.NEGATIVE_INFINITY;
  plateMinC = Number.POSITIVE_INFINITY;
  /** Dose of the plate's own temperature, as if the skin had it. */
  trueDose = noDose;
  #before: Before | null = null;
  #tick = 0;
  #pinsUntilMs = Number.NEGATIVE_INFINITY;
  #heatTick = Number.NEGATIVE_INFINITY;
  #coolTick = Number.NEGATIVE_INFINITY;
  #lastPhase = 0;
  #lastPlateC = Number.NaN;
  #faulted = false;
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
    const pins = simulation.pins();
    // Where the world's time stood still, the pins have not had anything since.
    const passed = pins.untilMs > this.#pinsUntilMs;
    this.#pinsUntilMs = pins.untilMs;
    if (this.#before !== null && passed) this.#lookAtPins(companion, this.#before, pins);
    this.#lookAtPlate(companion, simulation.truth());
    this.#lookAtSession(companion);
    if (stopWished && restless.has(companion.state)) this.#say('L3', companion, 'STOP did nothing');
    this.#before = {
      state: companion.state,
      permission: permissionOf(companion.treatment.session),
      skinIsOpen: isSkinOpen(companion.treatment),
    };
  }

  /** What was on the pins since the tick before must be what that tick's state allows. */
  #lookAtPins(companion: Companion, before: Before, pins: PinTruth): void {
    const { coolDuty, heatDuty, bridgeEnabled, relayClosed, fanRunning } = pins;
    const say = (law: string, what: string): void => {
      this.#say(law, companion, `${what} after ${before.state}`);
    };
    if (heatDuty > 0 && before.state !== 'treating.hot') say('L1', `heat ${heatDuty}`);
    if (before.skinIsOpen && (heatDuty > 0 || coolDuty > 0))
      say('skin check', 'driven before somebody said that the skin is fine');
    if (coolDuty > 0 && heatDuty > 0) say('I2', 'both sides of the bridge are on');
    if (
      before.permission === 'none' &&
      (coolDuty > 0 || heatDuty > 0 || bridgeEnabled || relayClosed)
    ) {
      say('L8', 'something is energised where nothing is permitted');
    }
    if (!fanRunning) say('L8 fan', 'the fan stands still');
    if (heatDuty > this.#bounds.maxHeatDuty + rounding) say('I3', `heat ${heatDuty}`);
    if (before.permission === 'coolPulse' && coolDuty > pulseDuty + rounding)
      say('I3', `a pulse of ${coolDuty}`);
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

  #lookAtPlate(companion: Companion, { hottestC, coldestC }: PlantTruth): void {
    this.plateMaxC = Math.max(this.plateMaxC, hottestC);
    this.plateMinC = Math.min(this.plateMinC, coldestC);
    const { plate } = this.#bounds;
    if (plate !== null && !(hottestC <= plate.maxC && coldestC >= plate.minC)) {
      const extremeC = hottestC > plate.maxC ? hottestC : coldestC;
      this.#say('I6', companion, `the true plate is at ${extremeC.toFixed(2)} °C`);
    }
    const { reachedSkin } = companion.treatment.session.context;
    if (reachedSkin && Number.isFinite(this.#lastPlateC)) {
      const span = { fromC: this.#lastPlateC, toC: hottestC };
      this.trueDose = addDose(this.trueDose, span, 1 / 1200, span);
    }
    this.#lastPlateC = hottestC;
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
