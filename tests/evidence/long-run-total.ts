/** What blocks of seeded treatments come to together. Pure. */
import type { Simulation, SimulationBlock } from './long-runs.ts';

const hundredths = (value: number): number => Math.round(value * 100) / 100;

const byCount = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

function summed(tables: readonly (readonly (readonly [string, number])[])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [name, times] of tables.flat()) sums.set(name, (sums.get(name) ?? 0) + times);
  return [...sums].toSorted(byCount);
}

/** As one run over all the seeds would have summed it up. */
export function totalOf(blocks: readonly SimulationBlock[]): Omit<Simulation, 'blocks'> {
  const sum = (of: (block: SimulationBlock) => number): number =>
    blocks.reduce((total, block) => total + of(block), 0);
  const plates = blocks.flatMap(({ plateMaxC, plateMinC }) =>
    plateMaxC === null || plateMinC === null ? [] : [{ plateMaxC, plateMinC }],
  );
  return {
    treatments: sum(({ treatments }) => treatments),
    simulatedHours: hundredths(sum(({ simulatedHours }) => simulatedHours)),
    outcomes: Object.fromEntries(summed(blocks.map(({ outcomes }) => Object.entries(outcomes)))),
    rules: summed(blocks.map(({ rules }) => rules)),
    withFaults: sum(({ withFaults }) => withFaults),
    plateMaxC: plates.length === 0 ? null : Math.max(...plates.map(({ plateMaxC }) => plateMaxC)),
    plateMinC: plates.length === 0 ? null : Math.min(...plates.map(({ plateMinC }) => plateMinC)),
    violations: sum(({ violations }) => violations),
  };
}
