/**
 * The largest error of the true plate that no check sees, for each cause of any size: the size is raised until something
 * trips, and halved in between until the last one that passed is known well enough.
 */
import type { SizedCause } from '../../../hardware/plant/sized-causes.ts';
import type { WorldResult, WorldScenario } from './world-scenario.ts';

/** Sizes that differ by less than a tenth of the whole way, on a logarithmic scale, are alike. */
const looks = 6;

export interface Unseen {
  readonly cause: string;
  readonly unit: string;
  /** The largest size that nothing tripped at; null where even the smallest trips. */
  readonly size: number | null;
  /** The smallest that tripped, and its rule; null where nothing in the range does. */
  readonly seenAt: number | null;
  readonly rule: string | null;
  /** Of the true plate, at that largest size. */
  readonly plateMinC: number;
  readonly plateMaxC: number;
  readonly trueCem43Min: number;
  readonly undelivered: readonly number[];
}

const rounded = (value: number): number => Number(value.toPrecision(3));

/** Share of the way from the harmless end to the worst, by equal factors. */
function sizeAt([harmless, worst]: SizedCause['sizes'], share: number): number {
  return rounded(harmless * (worst / harmless) ** share);
}

const scenarioOf = (cause: SizedCause, size: number): WorldScenario => ({
  id: cause.id,
  what: cause.describe(size),
  source: '',
  // After the self-test, which sees more than the rules do.
  events: [{ fault: `${cause.id}-${size}`, from: 'cold', afterS: 5 }],
  expected: { verdict: 'delivers' },
});

/** What came of one size, as it is claimed. */
export interface AtSize {
  readonly tripped: boolean;
  readonly rule: string | null;
  readonly plateMinC: number;
  readonly plateMaxC: number;
  readonly trueCem43Min: number;
}

/** One size again: whether the claim of an earlier search still stands. */
export async function againAtSize(
  cause: SizedCause,
  size: number,
  run: (scenario: WorldScenario) => Promise<WorldResult>,
): Promise<AtSize> {
  const { outcome, rule, plateMinC, plateMaxC, trueCem43Min } = await run(scenarioOf(cause, size));
  return { tripped: outcome !== 'completed', rule, plateMinC, plateMaxC, trueCem43Min };
}

/** @param run a treatment with this scenario */
export async function largestUnseen(
  cause: SizedCause,
  run: (scenario: WorldScenario) => Promise<WorldResult>,
): Promise<Unseen> {
  let passed: { readonly size: number; readonly result: WorldResult } | null = null;
  let tripped: { readonly size: number; readonly rule: string | null } | null = null;
  const look = async (share: number): Promise<boolean> => {
    const size = sizeAt(cause.sizes, share);
    const result = await run(scenarioOf(cause, size));
    const isSeen = result.outcome !== 'completed';
    if (isSeen) tripped = { size, rule: result.rule };
    else passed = { size, result };
    return isSeen;
  };
  let [low, high] = [0, 1];
  if (await look(high)) {
    for (let step = 0; step < looks; step += 1) {
      const middle = (low + high) / 2;
      if (await look(middle)) high = middle;
      else low = middle;
    }
  }
  return unseenOf(cause, passed, tripped);
}

function unseenOf(
  { id, unit }: SizedCause,
  passed: { readonly size: number; readonly result: WorldResult } | null,
  tripped: { readonly size: number; readonly rule: string | null } | null,
): Unseen {
  return {
    cause: id,
    unit,
    size: passed?.size ?? null,
    seenAt: tripped?.size ?? null,
    rule: tripped?.rule ?? null,
    plateMinC: rounded(passed?.result.plateMinC ?? Number.NaN),
    plateMaxC: rounded(passed?.result.plateMaxC ?? Number.NaN),
    trueCem43Min: rounded(passed?.result.trueCem43Min ?? Number.NaN),
    undelivered: passed?.result.undelivered ?? [],
  };
}
