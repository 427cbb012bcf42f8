/** How several outputs of one kind of long run become one. Pure. */
import { z } from 'zod';
import { faults, mutation, plantedBugs, simulationChunk } from './long-runs.ts';
import type { LongRun, LongRunName, Results, Simulation, SimulationChunk } from './long-runs.ts';

const hundredths = (value: number): number => Math.round(value * 100) / 100;
const roundedOrNull = (value: number | null): number | null =>
  value === null ? null : hundredths(value);

/** @throws Error where two outputs have the same thing in them: it would count twice */
function once(what: string, keys: readonly string[]): void {
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  if (twice.length > 0) throw new Error(`${what} in more than one output: ${twice.join(', ')}`);
}

const byCount = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

function summed(tables: readonly (readonly (readonly [string, number])[])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [name, times] of tables.flat()) sums.set(name, (sums.get(name) ?? 0) + times);
  return [...sums].toSorted(byCount);
}

/** As one run over all the seeds would have summed it up. */
export function mergeSimulations(chunks: readonly SimulationChunk[]): Simulation {
  const seeds = chunks
    .map(({ firstSeed, treatments }) => [firstSeed, treatments] as [number, number])
    .toSorted(([a], [b]) => a - b);
  for (const [index, [first, treatments]] of seeds.entries()) {
    const next = seeds[index + 1]?.[0] ?? Infinity;
    if (next < first + treatments) throw new Error(`seed ${next} is in more than one output`);
  }
  const sum = (of: (chunk: SimulationChunk) => number): number =>
    chunks.reduce((total, chunk) => total + of(chunk), 0);
  const plates = chunks.flatMap(({ plateMaxC, plateMinC }) =>
    plateMaxC === null || plateMinC === null ? [] : [{ plateMaxC, plateMinC }],
  );
  return {
    treatments: sum(({ treatments }) => treatments),
    seeds,
    simulatedHours: hundredths(sum(({ simulatedHours }) => simulatedHours)),
    outcomes: Object.fromEntries(summed(chunks.map(({ outcomes }) => Object.entries(outcomes)))),
    rules: summed(chunks.map(({ rules }) => rules)),
    withFaults: sum(({ withFaults }) => withFaults),
    plateMaxC: plates.length === 0 ? null : Math.max(...plates.map(({ plateMaxC }) => plateMaxC)),
    plateMinC: plates.length === 0 ? null : Math.min(...plates.map(({ plateMinC }) => plateMinC)),
    violations: sum(({ violations }) => violations),
  };
}

function mergeFaults(outputs: readonly Results['faults'][]): Results['faults'] {
  const rows = outputs.flatMap((output) => output.rows);
  once(
    'the same trials are',
    rows.map(({ fault, rig, moment: when }) => `${fault} on ${rig}, ${when}`),
  );
  return {
    rows: rows.map((row) => ({
      ...row,
      medianS: roundedOrNull(row.medianS),
      slowestS: roundedOrNull(row.slowestS),
      plateMaxC: hundredths(row.plateMaxC),
      plateMinC: hundredths(row.plateMinC),
    })),
  };
}

function mergeMutations(outputs: readonly Results['mutation'][]): Results['mutation'] {
  const files = outputs.flatMap((output) => output.files);
  once(
    'the same file is',
    files.map(({ path }) => path),
  );
  return { files };
}

function mergePlantedBugs(outputs: readonly Results['planted-bugs'][]): Results['planted-bugs'] {
  const bugs = outputs.flatMap((output) => output.bugs);
  once(
    'the same bug is',
    bugs.map(({ number }) => String(number)),
  );
  return { bugs: bugs.toSorted((a, b) => a.number - b.number) };
}

const mergers: { readonly [Name in LongRunName]: (outputs: readonly unknown[]) => Results[Name] } =
  {
    simulation: (outputs) => mergeSimulations(z.array(simulationChunk).parse(outputs)),
    faults: (outputs) => mergeFaults(z.array(faults).parse(outputs)),
    mutation: (outputs) => mergeMutations(z.array(mutation).parse(outputs)),
    'planted-bugs': (outputs) => mergePlantedBugs(z.array(plantedBugs).parse(outputs)),
  };

/** What is kept of the outputs of one long run. */
export function longRunOf(
  name: LongRunName,
  outputs: readonly unknown[],
  { ranOn, sources }: { readonly ranOn: string; readonly sources: string },
): LongRun<unknown> {
  return { ranOn, sources, result: mergers[name](outputs) };
}
