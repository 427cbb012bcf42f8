/** Runs that take too long for every `npm test`: their outputs, and what is kept of them. Pure. */
import { z } from 'zod';
import { wrongWith } from './layers.ts';

const count = z.int().nonnegative();
const moment = z.enum(['self-test', 'cold', 'hot']);

/** One output of `contrast simulate --json`. JSON has no infinity: no plate to look at is null. */
export const simulationChunk = z.object({
  treatments: count,
  firstSeed: count,
  simulatedHours: z.number().nonnegative(),
  outcomes: z.record(z.string(), count),
  rules: z.array(z.tuple([z.string(), count])),
  withFaults: count,
  plateMaxC: z.number().nullable(),
  plateMinC: z.number().nullable(),
  violations: count,
});
export type SimulationChunk = z.infer<typeof simulationChunk>;

const simulation = simulationChunk
  .omit({ firstSeed: true })
  .extend({ seeds: z.array(z.tuple([count, count])) });
export type Simulation = z.infer<typeof simulation>;

/** Of `contrast faults --json`, what the report shows; the rules that tripped are in docs/faults.md. */
const faultRow = z.object({
  fault: z.string(),
  rig: z.string(),
  moment,
  trials: count,
  untripped: count,
  medianS: z.number().nullable(),
  slowestS: z.number().nullable(),
  plateMaxC: z.number(),
  plateMinC: z.number(),
  objections: z.array(z.string()),
});
export type FaultFigures = z.infer<typeof faultRow>;
export const faults = z.object({ rows: z.array(faultRow) });

const survivor = z.object({ line: count, what: z.string(), why: z.string().nullish() });
export const mutation = z.object({
  files: z.array(
    z.object({ path: z.string(), made: count, noticed: count, survivors: z.array(survivor) }),
  ),
});

export const plantedBugs = z.object({
  bugs: z.array(
    z.object({
      number: count,
      what: z.string(),
      path: z.string(),
      caughtBy: z.array(z.string()),
    }),
  ),
});

const results = { simulation, faults, mutation, 'planted-bugs': plantedBugs };
export type LongRunName = keyof typeof results;
export type Results = { readonly [Name in LongRunName]: z.infer<(typeof results)[Name]> };
export const longRunNames = Object.keys(results) as readonly LongRunName[];

export interface LongRun<Result> {
  /** UTC, YYYY-MM-DD. */
  readonly ranOn: string;
  /** The digest of the sources that it ran on. */
  readonly sources: string;
  readonly result: Result;
}
export type LongRuns = { readonly [Name in LongRunName]: LongRun<Results[Name]> };

/** What makes an output of each kind. */
export const longRunCommands: Readonly<Record<LongRunName, string>> = {
  simulation: 'contrast simulate --treatments N --seed N --json',
  faults: 'contrast faults --json',
  mutation: 'node tests/mutants/mutants.mjs --json FILE',
  'planted-bugs': 'node tests/mutants/planted-bugs.mjs --json FILE',
};

/**
 * @param texts the files that record.mjs has written, by name
 * @throws Error that names each run that is not recorded, and how to record it
 */
export function longRuns(texts: Readonly<Record<string, string | undefined>>): LongRuns {
  const wrong: string[] = [];
  const read = longRunNames.map((name) => {
    const text = texts[name];
    const kept = z.strictObject({
      ranOn: z.iso.date(),
      sources: z.string().regex(/^[0-9a-f]{64}$/),
      result: results[name],
    });
    const parsed = text === undefined ? undefined : kept.safeParse(JSON.parse(text));
    if (parsed?.success === true) return [name, parsed.data] as const;
    const what = parsed === undefined ? 'is not recorded' : wrongWith(parsed.error);
    const fix = `${longRunCommands[name]}, then node tests/evidence/record.mjs ${name} FILE …`;
    wrong.push(`the long run ${name} ${what}. Run ${fix}`);
    return [name, undefined] as const;
  });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return Object.fromEntries(read) as unknown as LongRuns;
}
