/** Lets a plant run under a drive for a bounded time, and notes what happens. */
import type { PlantDrive } from '../../hardware/plant/bridge.ts';
import type { Plant } from '../../hardware/plant/plant.ts';
import { CompanionError } from '../errors.ts';
import { readPlate } from './reading.ts';

/** One moment of a trial. Everything but the two readings is the plant's truth. */
export interface Moment {
  readonly atS: number;
  /** Where the drive wants the plate; null where it wants nothing. */
  readonly setpointC: number | null;
  readonly plateC: number;
  readonly edgeC: number;
  /** As the host reads the beads, with lag, noise and conversion; NaN: no valid reading. */
  readonly plateAC: number;
  readonly plateBC: number;
  readonly heatsinkC: number;
  readonly skinSurfaceC: number;
  /** What reaches the modules: −1 full cooling … +1 full heating, 0 where nothing does. */
  readonly duty: number;
  /** Of one module, positive when it cools. */
  readonly moduleA: number;
  /** Of all modules. */
  readonly electricalW: number;
  readonly cutOutOpen: boolean;
}

/** What a trial does with the plant at a moment. */
export interface Act {
  readonly drive: PlantDrive;
  readonly setpointC: number | null;
}

/** A limit whose first passing is noted. */
export interface Watch {
  readonly id: string;
  readonly quantity: 'plateC' | 'plateAC' | 'heatsinkC';
  readonly limitC: number;
  readonly direction: 'rising' | 'falling';
}

export interface TrialPlan {
  /** The trial ends here, whatever happens. */
  readonly longestS: number;
  readonly watches: readonly Watch[];
  act(atS: number, plateC: number): Act;
  /** Ends the trial early. */
  isDone?(moment: Moment): boolean;
}

export interface Course {
  /** Evenly spaced from the first moment on, some hundreds at most, and the last. */
  readonly samples: readonly Moment[];
  readonly first: Moment;
  readonly last: Moment;
  /** Second of the first passing of each watch; null where it never came. */
  readonly passedS: Readonly<Record<string, number | null>>;
  /** The moment right after it. */
  readonly passedAt: Readonly<Record<string, Moment | undefined>>;
  readonly hottest: Moment;
  readonly coldest: Moment;
  readonly cutOutOpenedS: number | null;
  /** Mean electrical power over the trial. */
  readonly meanW: number;
}

/** One tick of the product: the finest that a trial looks. */
export const tickS = 0.05;
const mostSamples = 600;
const sampleTicks = [1, 2, 5, 10, 20, 40, 100, 200, 400];

/** One in so many, the same for all, that some hundreds remain; and the last. */
function thinned(moments: readonly Moment[]): Moment[] {
  const every = sampleTicks.find((ticks) => moments.length / ticks <= mostSamples) ?? 600;
  const kept = moments.filter((_moment, index) => index % every === 0);
  const last = moments.at(-1);
  return last === undefined || kept.at(-1) === last ? kept : [...kept, last];
}

/** A plant that stands in a steady hold, and the duty that holds it. */
export interface HeldPlant {
  readonly plant: Plant;
  readonly duty: number;
}

/**
 * @throws CompanionError RIG_INVALID where the parameters make the arithmetic run away
 */
export function runTrial({ plant, duty }: HeldPlant, plan: TrialPlan): Course {
  const ticks = Math.round(plan.longestS / tickS);
  let act = plan.act(0, plant.truth().plateC);
  const first = { ...momentOf(plant, act, 0), duty };
  const notes = new Notes(plan.watches, first);
  const moments = [first];
  let last = first;
  for (let tick = 1; tick <= ticks; tick += 1) {
    plant.advance(tickS, act.drive);
    const atS = tick * tickS;
    const shown = act;
    act = plan.act(atS, plant.truth().plateC);
    const before = last;
    last = momentOf(plant, { ...shown, setpointC: act.setpointC }, atS);
    if (!Number.isFinite(last.plateC)) throw ranAway(last.atS);
    notes.take(before, last);
    moments.push(last);
    if (plan.isDone?.(last) === true) break;
  }
  return { samples: thinned(moments), first, last, ...notes.sums(last) };
}

function ranAway(atS: number): CompanionError {
  return new CompanionError('RIG_INVALID', {
    what: `with these parameters the model runs away after ${atS} s`,
    fix: 'Undo the --set values one by one.',
  });
}

function momentOf(plant: Plant, { drive, setpointC }: Act, atS: number): Moment {
  const { plateC, edgeC, heatsinkC, skinSurfaceC, moduleA, electricalW, cutOutOpen } =
    plant.truth();
  const connected = drive.bridgeEnabled && drive.relayClosed && !cutOutOpen;
  return {
    atS: Math.round(atS * 100) / 100,
    setpointC,
    plateC,
    edgeC,
    plateAC: readPlate(plant, 'plateA'),
    plateBC: readPlate(plant, 'plateB'),
    heatsinkC,
    skinSurfaceC,
    duty: connected ? drive.heatDuty - drive.coolDuty : 0,
    moduleA,
    electricalW,
    cutOutOpen,
  };
}

/** Everything that is kept of every moment, sampled or not. */
class Notes {
  readonly #watches: readonly Watch[];
  readonly #passedS: Record<string, number | null>;
  readonly #passedAt: Record<string, Moment | undefined> = {};
  #hottest: Moment;
  #coldest: Moment;
  #cutOutOpenedS: number | null = null;
  #energyJ = 0;

  constructor(watches: readonly Watch[], first: Moment) {
    this.#watches = watches;
    this.#hottest = first;
    this.#coldest = first;
    this.#passedS = Object.fromEntries(watches.map(({ id }) => [id, null]));
    for (const watch of watches) {
      if (!(beyondK(watch, first) >= 0)) continue;
      this.#passedS[watch.id] = 0;
      this.#passedAt[watch.id] = first;
    }
  }

  take(before: Moment, now: Moment): void {
    if (now.plateC > this.#hottest.plateC) this.#hottest = now;
    if (now.plateC < this.#coldest.plateC) this.#coldest = now;
    if (now.cutOutOpen) this.#cutOutOpenedS ??= now.atS;
    this.#energyJ += now.electricalW * (now.atS - before.atS);
    for (const watch of this.#watches) {
      if (this.#passedS[watch.id] !== null) continue;
      const nowK = beyondK(watch, now);
      if (!(nowK >= 0)) continue;
      const beforeK = beyondK(watch, before);
      const share = beforeK < 0 ? nowK / (nowK - beforeK) : 0;
      this.#passedS[watch.id] = now.atS - share * (now.atS - before.atS);
      this.#passedAt[watch.id] = now;
    }
  }

  sums(last: Moment): Omit<Course, 'samples' | 'first' | 'last'> {
    return {
      passedS: this.#passedS,
      passedAt: this.#passedAt,
      hottest: this.#hottest,
      coldest: this.#coldest,
      cutOutOpenedS: this.#cutOutOpenedS,
      meanW: last.atS > 0 ? this.#energyJ / last.atS : last.electricalW,
    };
  }
}

/** How far a moment is past a limit; below 0 before it. */
function beyondK({ quantity, limitC, direction }: Watch, moment: Moment): number {
  return (moment[quantity] - limitC) * (direction === 'rising' ? 1 : -1);
}
