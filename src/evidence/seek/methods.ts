/**
 * Ways to look for the smallest margin. Each proposes scenarios and takes what came of them; none knows time. The same
 * seed proposes the same, whatever computes the treatments and how many at once.
 */
import { Random } from '../../../hardware/plant/random.ts';
import { isBroken, properties } from './margins.ts';
import type { Property } from './margins.ts';
import { crossed, mutated } from './mutations.ts';
import { idOf, storedOf } from './stored.ts';
import type { StoredScenario } from './stored.ts';
import type { Sought } from './trial.ts';

export interface Method {
  /** @param progress share of the budget that is used, 0 … 1 */
  propose(count: number, progress: number): StoredScenario[];
  take(results: readonly Sought[]): void;
}

export const methodIds = ['random', 'climb', 'anneal'] as const;
export type MethodId = (typeof methodIds)[number];

export function methodOf(id: MethodId, seed: number): Method {
  if (id === 'random') return new RandomDraws(seed);
  return id === 'climb' ? new Climb(seed) : new Annealing(seed);
}

/** What `contrast simulate` does: the next seed. */
class RandomDraws implements Method {
  #next: number;

  constructor(seed: number) {
    this.#next = seed;
  }

  propose(count: number): StoredScenario[] {
    return Array.from({ length: count }, () => storedOf(this.#next++));
  }

  take(): void {
    // Nothing is learned.
  }
}

/** So many draws before anything is climbed from, and this share of all proposals later. */
const firstDraws = 24;
const freshShare = 0.15;
const crossedShare = 0.15;
/** Of each property, the scenarios that came nearest. */
const poolSize = 8;
/** A climb that has found nothing better for so long begins anew elsewhere. */
const mostInVain = 80;
/** Of a property that has nothing to climb, all margins being alike, so much less is tried. */
const flatShare = 0.2;

interface Pool {
  readonly kept: {
    readonly scenario: StoredScenario;
    readonly margin: number;
    readonly id: string;
  }[];
  inVain: number;
  broken: boolean;
}

type Pools = Readonly<Record<Property, Pool>>;

/** Evolution of many goals at once: what one treatment shows serves every property, and each has its own parents. */
class Climb implements Method {
  readonly #random: Random;
  readonly #draws: RandomDraws;
  readonly #pools: Pools;
  #proposed = 0;

  constructor(seed: number) {
    this.#random = new Random(seed).split('climb');
    this.#draws = new RandomDraws(seed);
    this.#pools = Object.fromEntries(
      properties.map((property) => [property, { kept: [], inVain: 0, broken: false }]),
    ) as unknown as Pools;
  }

  propose(count: number): StoredScenario[] {
    return Array.from({ length: count }, () => {
      this.#proposed += 1;
      const parent =
        this.#proposed <= firstDraws || this.#random.unit() < freshShare ? null : this.#parent();
      if (parent === null) return this.#draws.propose(1)[0] ?? storedOf(0);
      const [one, other] = parent;
      return this.#random.unit() < crossedShare && other !== one
        ? mutated(crossed(one, other), this.#random)
        : mutated(one, this.#random);
    });
  }

  #parent(): readonly [StoredScenario, StoredScenario] | null {
    const random = this.#random;
    const open = properties.filter((property) => {
      const { kept, broken } = this.#pools[property];
      return (
        !broken && kept.length > 0 && ((kept[0]?.margin ?? 1) < 1 || random.unit() < flatShare)
      );
    });
    const property = open[random.below(Math.max(1, open.length))];
    if (property === undefined) return null;
    const pool = this.#pools[property];
    pool.inVain += 1;
    if (pool.inVain > mostInVain) {
      pool.kept.length = 0;
      pool.inVain = 0;
      return null;
    }
    // The nearest most often.
    const drawn = (): StoredScenario | undefined =>
      pool.kept[Math.floor(random.unit() ** 2 * pool.kept.length)]?.scenario;
    const [one, other] = [drawn(), drawn()];
    return one === undefined || other === undefined ? null : [one, other];
  }

  take(results: readonly Sought[]): void {
    for (const { scenario, margins } of results) {
      for (const property of properties) {
        const margin = margins[property];
        if (margin !== null) keep(this.#pools[property], scenario, margin);
      }
    }
  }
}

function keep(pool: Pool, scenario: StoredScenario, margin: number): void {
  const { kept } = pool;
  const id = idOf(scenario);
  if (kept.some((one) => one.id === id)) return;
  if (margin < (kept[0]?.margin ?? Number.POSITIVE_INFINITY)) pool.inVain = 0;
  pool.broken ||= isBroken(margin);
  // Of those that are alike the newer one comes first: on a plain the search wanders.
  const place = kept.findIndex((one) => margin <= one.margin);
  kept.splice(place < 0 ? kept.length : place, 0, { scenario, margin, id });
  kept.length = Math.min(kept.length, poolSize);
}

/** In margins: as warm as this at first, as cold at last. */
const warmest = 0.2;
const coldest = 0.005;

/** One walker for each property, which takes steps that lead away the less readily the more of the budget is used. */
class Annealing implements Method {
  readonly #random: Random;
  readonly #draws: RandomDraws;
  readonly #walkers = new Map<Property, { at: StoredScenario; margin: number }>();
  #asked: (Property | null)[] = [];
  #proposed = 0;
  #turn = 0;
  #temperature = warmest;

  constructor(seed: number) {
    this.#random = new Random(seed).split('anneal');
    this.#draws = new RandomDraws(seed);
  }

  propose(count: number, progress: number): StoredScenario[] {
    this.#temperature = warmest * (coldest / warmest) ** Math.min(1, progress);
    this.#asked = [];
    return Array.from({ length: count }, () => {
      this.#proposed += 1;
      const property = this.#proposed <= firstDraws ? null : this.#nextProperty();
      this.#asked.push(property);
      const walker = property === null ? undefined : this.#walkers.get(property);
      return walker === undefined
        ? (this.#draws.propose(1)[0] ?? storedOf(0))
        : mutated(walker.at, this.#random);
    });
  }

  #nextProperty(): Property | null {
    const open = properties.filter(
      (property) => !isBroken(this.#walkers.get(property)?.margin ?? 1),
    );
    this.#turn += 1;
    return open[this.#turn % Math.max(1, open.length)] ?? null;
  }

  take(results: readonly Sought[]): void {
    results.forEach(({ scenario, margins }, index) => {
      const asked = this.#asked[index] ?? null;
      for (const property of properties) {
        const margin = margins[property];
        if (margin === null) continue;
        const walker = this.#walkers.get(property);
        const steps =
          property === asked && walker !== undefined && this.#steps(margin - walker.margin);
        if (walker === undefined || steps || margin < walker.margin)
          this.#walkers.set(property, { at: scenario, margin });
      }
    });
  }

  #steps = (upwards: number): boolean =>
    upwards <= 0 || this.#random.unit() < Math.exp(-upwards / this.#temperature);
}
