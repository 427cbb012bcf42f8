/** One seeded treatment, from the first tick to rest, with every law watched. */
import type { PlantParameters } from '../../hardware/plant/parameters.ts';
import { tickMs } from '../treatment/companion.ts';
import type { Companion } from '../treatment/companion.ts';
import { silentOperator } from '../treatment/host/run.ts';
import type { Summary } from '../treatment/summary.ts';
import { truePlateBounds } from './fault-trial.ts';
import { JudgedDose, doseObjection, mayBeFull } from './judged-dose.ts';
import type { DoseBounds } from './judged-dose.ts';
import { LawWatch } from './law-watch.ts';
import type { LawBounds, Violation } from './law-watch.ts';
import { isStoppable, scenarioOf } from './scenario.ts';
import type { Scenario, TimedFault } from './scenario.ts';
import { SimulatedPerson } from './simulated-person.ts';
import { TrueDelivery } from './true-delivery.ts';
import { openVirtualTreatment } from './virtual-treatment.ts';
import type { TimedEntry } from './virtual-treatment.ts';

export interface SimulatedResult {
  readonly seed: number;
  readonly outcome: string;
  readonly rule: string | null;
  readonly durationS: number;
  /** The plate's true extremes, from the moment before something first fed it. */
  readonly plateMaxC: number;
  readonly plateMinC: number;
  /** Software could keep the plate within its bounds; it is not asked of one that nothing ever fed. */
  /** Software could keep the plate within bounds, and something has fed it at all. */
  readonly stoppable: boolean;
  readonly faults: readonly TimedFault[];
  readonly violations: readonly Violation[];
}

/** A sound device without faults stays inside the trips. */
const healthyBounds = { minC: 7, maxC: 43 } as const;
/** What the true plate may be in a scenario; null where no software can keep it. */
export function plateBoundsOf({ faults, withinTolerance }: Scenario): LawBounds['plate'] {
  if (!isStoppable(faults)) return null;
  return withinTolerance && faults.length === 0 ? healthyBounds : truePlateBounds;
}

/** A plate needs so long, at most, to come to rest when everything is put right again. */
const restWithinTicks = (45 * 60_000) / tickMs;
const resetEveryTicks = 5000 / tickMs;

export interface SimulationOptions {
  /** Narrower bounds than those of the laws, to look for what comes nearest to them. */
  readonly plateBounds?: LawBounds['plate'];
  /** Whether the device is then put right and brought to rest, which takes as long as the treatment. */
  readonly toRest?: boolean;
  /** Sees the treatment after each tick, before anything new befalls it, and at its end. */
  readonly alsoWatched?: AlsoWatching;
}

export interface AlsoWatching {
  look(companion: Companion): void;
  end(companion: Companion, summary: Summary, watch: LawWatch): void;
}

export async function simulateTreatment(
  scenario: Scenario,
  { plateBounds, toRest = true, alsoWatched }: SimulationOptions = {},
): Promise<SimulatedResult> {
  const { rig, seed, prescription, faults, withinTolerance } = scenario;
  const stoppable = isStoppable(faults);
  const healthy = withinTolerance && faults.length === 0;
  const plate = plateBounds ?? plateBoundsOf(scenario);
  const watch = new LawWatch({ maxHeatDuty: rig.heatDutyCap, plate });
  const { companion, entries, run } = await openVirtualTreatment({ seed, rig, prescription });
  const person = new SimulatedPerson(scenario);
  const events = new FaultCourse(faults);
  const delivery = new TrueDelivery(rig.parameters);
  const skin = healthy ? new SkinUnderPlate(rig.parameters) : null;
  let stopSaid = false;
  const summary = await run(silentOperator, [], () => {
    watch.look(companion, stopSaid);
    delivery.look(companion);
    alsoWatched?.look(companion);
    skin?.look(companion);
    // What is done now is heard by the next tick.
    events.happen(companion);
    stopSaid = person.act(companion);
  });
  alsoWatched?.end(companion, summary, watch);
  const undisturbed = healthy && scenario.acts.length === 0;
  const missed = delivery.undelivered(companion.config.plan.phases);
  const violations = [
    ...watch.violations,
    ...(undisturbed && summary.outcome === 'completed' ? notDelivered(companion, missed) : []),
    ...atTheEnd(companion, summary, entries, skin?.bounds ?? null),
    ...(toRest ? comesToRest(companion, watch, scenario) : []),
  ];
  return {
    seed,
    outcome: summary.outcome,
    rule: summary.rule,
    durationS: summary.durationS,
    plateMaxC: watch.plateMaxC,
    plateMinC: watch.plateMinC,
    stoppable: stoppable && watch.wasFed,
    faults,
    violations,
  };
}

/** A sound device that nobody disturbed says that it delivered what the plate never had (L13). */
function notDelivered({ elapsedS }: Companion, missed: readonly number[]): Violation[] {
  if (missed.length === 0) return [];
  const what = `the true plate missed phase ${missed.join(', ')}, in a treatment called completed`;
  return [{ law: 'L13', atS: elapsedS, what }];
}

export const simulateSeed = (seed: number): Promise<SimulatedResult> =>
  simulateTreatment(scenarioOf(seed));

/** What the plate does to the skin from the first contact on, in pauses and after the end as well, by the world's clock. */
export class SkinUnderPlate {
  readonly #dose: JudgedDose;
  #untilMs = 0;
  #onSkin = false;

  constructor(parameters: PlantParameters) {
    this.#dose = new JudgedDose(parameters);
  }

  /** Called after each tick. */
  look({ board, state }: Companion): void {
    const { simulation } = board;
    if (simulation === undefined) throw new Error('only a simulated device can be watched');
    const { untilMs } = simulation.pins();
    if (this.#onSkin) this.#dose.add(simulation.truth().plateC, (untilMs - this.#untilMs) / 60_000);
    this.#untilMs = untilMs;
    this.#onSkin ||= state.startsWith('treating');
  }

  get bounds(): DoseBounds {
    return this.#dose.bounds;
  }
}

/** Faults come and pass in their time. */
class FaultCourse {
  readonly #todo: (Pick<TimedFault, 'atS' | 'id' | 'size'> & { readonly begins: boolean })[];

  constructor(faults: readonly TimedFault[]) {
    this.#todo = faults
      .flatMap(({ atS, id, untilS, size = 1 }) => [
        { atS, id, size, begins: true },
        ...(untilS === null ? [] : [{ atS: untilS, id, begins: false }]),
      ])
      .toSorted((a, b) => a.atS - b.atS);
  }

  happen({ board, elapsedS }: Companion): void {
    while (this.#todo[0] !== undefined && this.#todo[0].atS <= elapsedS) {
      const event = this.#todo.shift();
      if (event === undefined) return;
      if (event.begins) board.simulation?.injectFault(event.id, event.size);
      else board.simulation?.clearFault(event.id);
    }
  }
}

/** What the summary and the record say must be what happened (L2, L11). */
function atTheEnd(
  { treatment, elapsedS, config: { caps, plan } }: Companion,
  summary: Summary,
  entries: readonly TimedEntry[],
  doseOfSound: DoseBounds | null,
): Violation[] {
  const { unattended } = treatment.session.context;
  const tripped = entries.some(({ entry }) => entry.type === 'trip');
  const { outcome, coldFinish, reason, rule } = summary;
  const healthy = doseOfSound !== null;
  const hasHeat = plan.phases.some(({ kind }) => kind === 'hot');
  const objection = healthy ? doseObjection(treatment.dose, doseOfSound) : null;
  const broken: [law: string, is: boolean, what: string][] = [
    [
      'L2',
      // A prescription of one cold phase gives no heat that would owe a cold finish.
      outcome === 'completed' && coldFinish !== true && hasHeat,
      'completed without a cold finish',
    ],
    [
      'L2',
      // Nobody is cooled whom nobody watches, or whose skin is hurt: the power goes off.
      outcome === 'ended early' && !unattended && !treatment.skinReacted && coldFinish === false,
      'ended early and hot',
    ],
    [
      'L2',
      coldFinish === false && !reason.includes('cold finish not delivered'),
      'the record hides that the cold finish is missing',
    ],
    ['L11', tripped && outcome !== 'faulted', `a trip is shown as ${outcome}`],
    ['L11', outcome === 'faulted' && rule === null, 'a fault that names no rule'],
    [
      'no false trip',
      healthy && outcome === 'faulted' && !(rule === 'dose' && mayBeFull(caps, doseOfSound)),
      `${rule ?? ''}: ${reason}`,
    ],
    ['dose', objection !== null, objection ?? ''],
  ];
  return broken.flatMap(([law, is, what]) => (is ? [{ law, atS: elapsedS, what }] : []));
}

/** With every fault gone and somebody there to reset, the device comes to rest, and gives no energy on the way (I8). */
function comesToRest(
  companion: Companion,
  watch: LawWatch,
  { faults, withinTolerance }: Scenario,
): Violation[] {
  const { board } = companion;
  for (const { id } of faults) board.simulation?.clearFault(id);
  board.simulation?.setStopPressed(false);
  watch.resetComes();
  for (let tick = 0; tick < restWithinTicks; tick += 1) {
    const { state } = companion;
    if (state === 'idle' || state === 'ended' || state === 'declined') return [];
    if (tick % resetEveryTicks === 0 && state === 'faulted') {
      const event = { type: 'RESET', person: 'A. Smith', causeGone: false } as const;
      companion.send({ who: 'engineer', event });
    }
    void board.advanceTo(board.nowMs() + tickMs);
    companion.tick(0);
    const { drive } = companion.treatment.gate;
    if (drive !== 0) {
      return [{ law: 'I8', atS: companion.elapsedS, what: `driven in ${companion.state}` }];
    }
  }
  const { state, treatment, elapsedS } = companion;
  // What is wrong with a device by birth does not go: it stays tripped, and that is right.
  if (!withinTolerance && state === 'faulted') return [];
  const why = Object.keys(treatment.interlocks).join(', ');
  return [{ law: 'I8', atS: elapsedS, what: `no rest from ${state} (${why})` }];
}
