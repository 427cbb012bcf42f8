/** Runs that take too long for every `npm test`: what is kept of them, and what witnesses it. Pure. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { wrongWith } from './layers.ts';

const count = z.int().nonnegative();
const moment = z.enum(['self-test', 'cold', 'hot']);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const simulated = {
  treatments: count,
  simulatedHours: z.number().nonnegative(),
  outcomes: z.record(z.string(), count),
  rules: z.array(z.tuple([z.string(), count])),
  withFaults: count,
  /** JSON has no infinity: no plate to look at is null. */
  plateMaxC: z.number().nullable(),
  plateMinC: z.number().nullable(),
  violations: count,
};

/** One output of `contrast simulate --json`: so many seeds, each as many as the last. */
export const simulationBlock = z.strictObject({
  ...simulated,
  firstSeed: count,
  /** Of every result in it. */
  digest: sha256,
});
export type SimulationBlock = z.infer<typeof simulationBlock>;
export const seedsInBlock = 100;

const simulation = z.strictObject({ ...simulated, blocks: z.array(simulationBlock) });
export type Simulation = z.infer<typeof simulation>;

/** Of `contrast faults --json`. */
export const faultRow = z.strictObject({
  fault: z.string(),
  rig: z.string(),
  moment,
  trials: count,
  /** Not kept of runs that nothing witnesses. */
  rules: z.array(z.tuple([z.string(), count])).optional(),
  untripped: count,
  medianS: z.number().nullable(),
  slowestS: z.number().nullable(),
  plateMaxC: z.number(),
  plateMinC: z.number(),
  objections: z.array(z.string()),
});
export type FaultFigures = z.infer<typeof faultRow>;
export const faults = z.strictObject({ seeds: count, rows: z.array(faultRow) });

const survivor = z.strictObject({ line: count, what: z.string(), why: z.string().nullish() });
const mutatedFile = z.strictObject({
  path: z.string(),
  /** Every mistake in it must be noticed, or have a reason; in the others the share is told. */
  held: z.boolean(),
  /** Mistakes that could be made, that were made, and that the tests have noticed. */
  possible: count,
  made: count,
  noticed: count,
  survivors: z.array(survivor),
});
export type MutatedFile = z.infer<typeof mutatedFile>;
export const mutation = z.strictObject({
  /** Lines of the files in which mistakes are made, and of the whole program; unknown of earlier runs. */
  lines: z.strictObject({ mutated: count, of: count }).nullable(),
  /** Where only some of the possible mistakes were made: how they were drawn. */
  sample: z.strictObject({ count, seed: count }).nullable(),
  files: z.array(mutatedFile),
});

const plantedBug = { number: count, what: z.string(), path: z.string() };
const pinpointedBug = z.strictObject({
  ...plantedBug,
  kind: z.string(),
  /** The first test that failed; null: none did. */
  noticedBy: z.strictObject({ file: z.string(), test: z.string() }).nullable(),
});
export type PinpointedBug = z.infer<typeof pinpointedBug>;
export const plantedBugs = z.strictObject({
  /** Against which the layers were run. */
  bugs: z.array(z.strictObject({ ...plantedBug, caughtBy: z.array(z.string()) })),
  /** A bug that one layer had caught was left at that. */
  first: z.boolean().optional(),
  /** Each with one or a few tests that are to notice it. Earlier runs had none. */
  pinpointed: z
    .strictObject({
      bugs: z.array(pinpointedBug),
      kinds: z.array(z.strictObject({ kind: z.string(), planted: count, noticed: count })),
      /** How many bugs there are to plant, these and those above. */
      of: count,
    })
    .optional(),
});
export type PlantedBugs = z.infer<typeof plantedBugs>;

/** Of all that were planted: how many something has noticed. */
export function noticedOf({ bugs, pinpointed }: PlantedBugs): { done: number; of: number } {
  const others = pinpointed?.bugs ?? [];
  const caught = bugs.filter(({ caughtBy }) => caughtBy.length > 0).length;
  const noticed = others.filter(({ noticedBy }) => noticedBy !== null).length;
  return { done: caught + noticed, of: bugs.length + others.length };
}

export const results = { simulation, faults, mutation, 'planted-bugs': plantedBugs };
export type LongRunName = keyof typeof results;
export type Results = { readonly [Name in LongRunName]: z.infer<(typeof results)[Name]> };
export const longRunNames = Object.keys(results) as readonly LongRunName[];

/** What was started, and how it ended, as the recorder itself saw it. */
const witness = z.strictObject({
  command: z.string().min(1),
  exit: z.int(),
  versions: z.strictObject({ node: z.string(), project: z.string(), platform: z.string() }),
});
export type Witness = z.infer<typeof witness>;

export interface LongRun<Result> {
  /** UTC, YYYY-MM-DD. */
  readonly ranOn: string;
  /** The digest of all that decided it. */
  readonly sources: string;
  /** Null for what was written down by hand: it is never taken for a run on the sources at hand. */
  readonly witness: Witness | null;
  readonly result: Result;
  /** Over all the rest: no figure of it can be changed alone. */
  readonly seal: string;
}
export type LongRuns = { readonly [Name in LongRunName]: LongRun<Results[Name]> };

/** The seal that the rest of a run must bear. */
export const sealOf = ({
  ranOn,
  sources,
  witness: seen,
  result,
}: Record<string, unknown>): string =>
  createHash('sha256')
    .update(JSON.stringify([ranOn, sources, seen, result]))
    .digest('hex');

/** @param result as it is to be kept */
export const sealed = <Result>(run: Omit<LongRun<Result>, 'seal'>): LongRun<Result> => ({
  ...run,
  seal: sealOf({ ...run }),
});

export const recorder = 'node tests/evidence/long-run.mjs';

/**
 * @param texts the files that the recorder has written, by name
 * @throws Error that names each run that is not recorded or has been altered, and how to run it again
 */
export function longRuns(texts: Readonly<Record<string, string | undefined>>): LongRuns {
  const wrong: string[] = [];
  const read = longRunNames.map((name) => {
    const what = wrongWithRun(name, texts[name]);
    if (what !== null) wrong.push(`the long run ${name} ${what}. Run ${recorder} ${name}`);
    return [name, what === null ? (JSON.parse(texts[name] ?? '') as unknown) : null] as const;
  });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return Object.fromEntries(read) as unknown as LongRuns;
}

function wrongWithRun(name: LongRunName, text: string | undefined): string | null {
  if (text === undefined) return 'is not recorded';
  const raw = JSON.parse(text) as Record<string, unknown>;
  const kept = z.strictObject({
    ranOn: z.iso.date(),
    sources: sha256,
    witness: witness.nullable(),
    result: results[name],
    seal: sha256,
  });
  const parsed = kept.safeParse(raw);
  if (!parsed.success) return wrongWith(parsed.error);
  return parsed.data.seal === sealOf(raw) ? null : 'is not what was recorded: its seal is broken';
}
