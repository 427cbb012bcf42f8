/**
 * The pure tick under an exact clock: a plate that stays where it is put, and clocks that can be set to just before the
 * moment of interest, so that hours pass in no time and two deadlines meet in the very tick that a test wants.
 */
import { firstRevision } from '../../src/safety/readings.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { stateOf } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { planOf } from '../../src/limits/plan.ts';
import { newSelfTest } from '../../src/safety/self-test.ts';
import { tickMs } from '../../src/treatment/companion.ts';
import { prepareTreatment } from '../../src/treatment/prepare.ts';
import { startTreatment } from '../../src/treatment/state.ts';
import type {
  Clocks,
  TickOutput,
  TreatmentConfig,
  TreatmentState,
} from '../../src/treatment/state.ts';
import { tick } from '../../src/treatment/tick.ts';
import { powerIn } from './laws.ts';

export const dwellMs = 15 * 60_000;
const rotations = 2;

const plan = planOf({
  name: 'deadlines',
  rotations,
  cold: { setpointC: 12, minutes: dwellMs / 60_000 },
  hot: { setpointC: 40, minutes: dwellMs / 60_000 },
  finalCold: { minutes: dwellMs / 60_000 },
  rampCPerS: 0.5,
});

const config: TreatmentConfig = {
  ...prepareTreatment('seed-spasm', undefined, rigs.reference).config,
  // Clocks are set here, so that no phase can be delivered: none owes anything.
  plan: { ...plan, phases: plan.phases.map((phase) => ({ ...phase, owedMs: 0 })) },
  caps: { cem43Min: Number.MAX_VALUE, coldMinutes: Number.MAX_VALUE },
};

/** What comes from outside in one tick. */
export interface Outside {
  readonly wishes?: readonly SessionEvent[];
  readonly answered?: boolean;
  readonly stopOpen?: boolean;
  readonly linkLost?: boolean;
  readonly lateMs?: number;
}

export const skinIsFine: SessionEvent = { type: 'SKIN_ANSWERED', answer: 'fine', findings: [] };

interface Parts {
  readonly state: TreatmentState;
  readonly plateC: number;
  readonly caps: TreatmentConfig['caps'];
}

export class Clockwork implements Parts {
  readonly state: TreatmentState;
  readonly plateC: number;
  readonly caps: TreatmentConfig['caps'];

  constructor(parts: Partial<Parts> = {}) {
    this.state = parts.state ?? startTreatment(0);
    this.plateC = parts.plateC ?? 25;
    this.caps = parts.caps ?? config.caps;
  }

  but(parts: Partial<Parts>): Clockwork {
    const { state, plateC, caps } = this;
    return new Clockwork({ state, plateC, caps, ...parts });
  }

  get name(): SessionState {
    return stateOf(this.state.session);
  }

  /** @throws Error where the tick does what the law of its state forbids (L1) */
  tick(outside: Outside = {}, afterMs = tickMs): Clockwork {
    const nowMs = this.state.nowMs + afterMs;
    // A converter is never quite still.
    const count = 500 + ((nowMs / tickMs) % 7) / 4;
    const reading = { count, celsius: this.plateC, atMs: nowMs };
    const output = tick(
      this.state,
      {
        nowMs,
        lateMs: outside.lateMs ?? 0,
        readings: {
          plateA: reading,
          plateB: reading,
          heatsink: { ...reading, celsius: 25 },
          ...firstRevision,
          witness: { ...reading, count: 512 },
          stopLoopClosed: outside.stopOpen !== true,
          pinsDiffer: null,
          guard: null,
        },
        // The plate does not answer, so no rule about its answer may be asked.
        appliedDrive: 0,
        commands: [
          ...(outside.wishes ?? []),
          ...(outside.answered === true ? [skinIsFine] : []),
        ].map((event) => ({ event, who: 'operator' })),
        alarmsSeenBy: null,
        alarmSoundPausedBy: null,
        linkLost: outside.linkLost === true ? 'the cable was pulled' : null,
      },
      { ...config, caps: this.caps },
    );
    const next = this.but({ state: output.state });
    lawful(next.name, output.actuation);
    return next;
  }

  wish(event: SessionEvent): Clockwork {
    return this.tick({ wishes: [event] });
  }

  run(ticks: number): Clockwork {
    return Array.from({ length: ticks }).reduce<Clockwork>((now) => now.tick(), this);
  }

  /** The plate at another temperature, so slowly that no rule of movement minds. */
  at(plateC: number): Clockwork {
    return this.but({ plateC }).tick({}, 120_000).tick({}, 1000);
  }

  /** The plate at a temperature that is no jump away. */
  near(plateC: number): Clockwork {
    return this.but({ plateC });
  }

  with(clocks: Partial<Clocks>): Clockwork {
    const { state } = this;
    return this.but({ state: { ...state, clocks: { ...state.clocks, ...clocks } } });
  }

  capped(caps: Partial<TreatmentConfig['caps']>): Clockwork {
    return this.but({ caps: { ...this.caps, ...caps } });
  }
}

function lawful(
  state: SessionState,
  { drive, powered, relayClosed }: TickOutput['actuation'],
): void {
  const most = powerIn[state];
  const isOff = !powered && !relayClosed && drive === 0;
  const ok = most.cool === 0 ? isOff : drive <= most.heat && -drive <= most.cool;
  if (!ok) throw new Error(`in ${state} the drive is ${drive}, powered ${powered}`);
}

/** The phase's end, at the next tick, and the skin that is fine after it. */
const elapsed = (now: Clockwork): Clockwork =>
  now.with({ phaseMs: dwellMs }).tick().wish(skinIsFine);

export const selfTest = (): Clockwork =>
  new Clockwork()
    .tick()
    .wish({ type: 'PRESCRIBE', rotations })
    .wish({ type: 'SCREENED', result: 'clear' });

export function preparing(): Clockwork {
  const tested = selfTest();
  const state = { ...tested.state, selfTest: { ...newSelfTest, stage: 'passed' as const } };
  return tested.but({ state }).tick();
}

export const awaitingContact = (): Clockwork => preparing().at(12).with({ provenMs: 3000 }).tick();

/** In this phase of the treatment, at its very beginning. */
export function treating(phase: number): Clockwork {
  let now = awaitingContact().wish({ type: 'CONTACT_CONFIRMED' });
  for (let ended = 1; ended < phase; ended += 1) now = elapsed(now);
  return now;
}
