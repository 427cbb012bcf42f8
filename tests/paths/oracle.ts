/**
 * What must be there, beside what may be: in every tick of every walk, by the model's own few numbers. The setpoint leads
 * to the phase's own temperature, power stands ready wherever something is to be driven, each alarm is heard within the
 * time of its urgency and nothing sounds without one, and the light tells power from alarm.
 */
import type { SessionState } from '../../machines/dispositions.ts';
import { tickMs } from '../../src/treatment/companion.ts';
import type { Bench } from './bench.ts';

/** As the bench prescribes: the model's own copy. */
export const prescribedC = { cold: 26.2, hot: 38 } as const;
const rampCPerS = 0.5;

/** Whatever is urgent sounds at least once in so long (IEC 60601-1-8), and a tick. */
const soundsWithinMs: Readonly<Record<string, number>> = {
  high: 6000 + tickMs,
  medium: 10_000 + tickMs,
  low: 30_000 + tickMs,
};
/** An alarm that is over is shown for so long still. */
const shownAfterMs = 2500;

const aims: Readonly<Partial<Record<SessionState, 'cold' | 'hot'>>> = {
  preparing: 'cold',
  awaitingContact: 'cold',
  'treating.cold': 'cold',
  'treating.hot': 'hot',
};

/** What waits for power is given it within so many ticks: one to decide; on a guarded board, one to be armed first. */
const readyTicks = { unguarded: 3, guarded: 20 } as const;

export class Oracle {
  #state: SessionState | null = null;
  #ticksInState = 0;
  #setpointC = Number.NaN;
  #silentMs = 0;
  #quietSinceMs = Number.NEGATIVE_INFINITY;

  /**
   * Called after every tick.
   * @param isSound nothing has befallen the device: a rule holds the power back before it trips
   * @returns what is missing, in words; null where all is there
   */
  look(bench: Bench, afterMs: number, isSound: boolean): string | null {
    const { state } = bench;
    if (state !== this.#state) this.#ticksInState = 0;
    this.#state = state;
    this.#ticksInState += 1;
    return (
      this.#ofSetpoint(bench, afterMs) ??
      (isSound ? this.#ofPower(bench) : null) ??
      this.#ofSignals(bench, afterMs)
    );
  }

  /** It never leaves the way to its target, and never runs ahead of the ramp (L13). */
  #ofSetpoint({ state, companion }: Bench, afterMs: number): string | null {
    const { setpointC } = companion.treatment;
    const before = this.#setpointC;
    this.#setpointC = setpointC;
    const aim = aims[state];
    if (aim === undefined) {
      return Number.isNaN(setpointC)
        ? null
        : `a setpoint of ${setpointC} °C where nothing is driven`;
    }
    // While a guard is armed anew, nothing is driven to any.
    if (Number.isNaN(setpointC)) {
      return this.#ticksInState < this.#readyTicks(companion) ? null : 'no setpoint';
    }
    if (this.#ticksInState < 2 || Number.isNaN(before)) return null;
    const targetC = prescribedC[aim];
    const stepC = setpointC - before;
    const mostC = (rampCPerS * afterMs) / 1000 + 1e-6;
    if (Math.abs(stepC) > mostC) return `the setpoint moves by ${stepC} °C in ${afterMs} ms`;
    const nearer = Math.abs(targetC - setpointC) <= Math.abs(targetC - before) + 1e-9;
    return nearer
      ? null
      : `the setpoint goes from ${before} to ${setpointC}, and not to ${targetC} °C`;
  }

  /** Wherever there is something to drive, the bridge is enabled and the relay closed. */
  #ofPower({ state, pins, companion }: Bench): string | null {
    if (aims[state] === undefined || this.#ticksInState < this.#readyTicks(companion)) return null;
    if (!pins.enabled)
      return `the bridge is not enabled: ${companion.treatment.refusal ?? 'without a refusal'}`;
    return pins.relayClosed ? null : 'the relay is open';
  }

  #readyTicks({ board }: Bench['companion']): number {
    return board.guard === undefined ? readyTicks.unguarded : readyTicks.guarded;
  }

  /** Heard by the pin of the buzzer, whatever the program believes to sound. */
  #ofSignals({ companion, pins }: Bench, afterMs: number): string | null {
    const { alarms } = companion.treatment.alarms;
    const { nowMs } = companion.treatment;
    const sounding = alarms.filter(
      ({ acknowledgedBy, pausedMs, goneMs }) =>
        acknowledgedBy === null && pausedMs === null && goneMs === null,
    );
    if (sounding.length === 0) this.#silentMs = 0;
    // Of a tick that lasts for a second, the end alone is heard.
    else if (pins.buzzer || afterMs > tickMs) this.#silentMs = 0;
    else this.#silentMs += afterMs;
    const within = Math.min(
      ...sounding.map(({ definition }) => soundsWithinMs[definition.priority]!),
    );
    if (this.#silentMs > within) return `${sounding[0]!.id} is not heard for ${this.#silentMs} ms`;
    if (alarms.length > 0) this.#quietSinceMs = nowMs + shownAfterMs;
    if (alarms.length > 0 || nowMs < this.#quietSinceMs) return null;
    if (pins.buzzer) return 'the buzzer sounds without an alarm';
    const isOn = pins.enabled && pins.relayClosed;
    // The self-test closes the one without the other.
    if (companion.state === 'selfTest') return null;
    // It says what the program wants; a guard that is not armed yet has not let it through.
    if (companion.board.guard !== undefined && this.#ticksInState < readyTicks.guarded) return null;
    return pins.light === isOn
      ? null
      : `the light is ${pins.light ? 'on' : 'off'} without an alarm`;
  }
}
