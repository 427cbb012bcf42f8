/** The layers of the evidence that run in every `npm test`, and the figures that each leaves for the report. Pure. */
import { z } from 'zod';

const count = z.int().nonnegative();
/** What was done of what there is: less than all of it is a failure of the report. */
const covered = z.strictObject({ done: count, of: count });
export type Covered = z.infer<typeof covered>;

const effects = z.strictObject({
  admit: count,
  reduce: count,
  clinician: count,
  decline: count,
});
const screenedGroup = z.strictObject({ people: count, before: effects, after: effects });

const figuresOf = {
  'every-event': z.strictObject({
    namedStates: covered,
    eventTypes: covered,
    situations: count,
    transitions: count,
    checks: count,
  }),
  tables: z.strictObject({ cells: covered }),
  pairs: z.strictObject({
    situations: count,
    paths: count,
    events: count,
    transitions: covered,
    pairs: covered,
  }),
  refusals: z.strictObject({ situations: covered, sentInVain: count }),
  operator: z.strictObject({
    paths: count,
    runs: covered,
    steps: covered,
    handlers: count,
    assertions: count,
    causes: covered,
  }),
  deadlines: z.strictObject({
    situations: count,
    kinds: covered,
    pairs: covered,
    meetings: count,
  }),
  simulate: z.strictObject({ treatments: covered, violations: count }),
  screening: z.strictObject({
    people: covered,
    all: screenedGroup,
    als: screenedGroup,
    newlyHeld: count,
    newlyTreated: count,
    why: z.array(z.tuple([effects.keyof(), z.string(), count, count])),
  }),
  hazards: z.strictObject({
    controlled: covered,
    controls: count,
    onPaper: count,
    namedTests: count,
    weak: z.array(z.strictObject({ id: z.string(), name: z.string(), anchor: z.string() })),
  }),
};

export type LayerName = keyof typeof figuresOf;
export type LayerFigures = {
  readonly [Name in LayerName]: z.infer<(typeof figuresOf)[Name]>;
};

/** The test file that runs each layer and leaves its figures. */
export const layerTests: Readonly<Record<LayerName, string>> = {
  'every-event': 'tests/paths/every-event.test.ts',
  tables: 'tests/paths/tables.test.ts',
  pairs: 'tests/paths/pairs.test.ts',
  refusals: 'tests/paths/refusals.test.ts',
  operator: 'tests/paths/operator.test.ts',
  deadlines: 'tests/paths/deadlines.test.ts',
  simulate: 'tests/evidence/witnessed.test.ts',
  screening: 'tests/screening/population.test.ts',
  hazards: 'tests/evidence/hazards.test.ts',
};

export const layerNames = Object.keys(layerTests) as readonly LayerName[];

/** Where in it, and what is wrong with it, in words. */
export const wrongWith = (error: z.ZodError): string =>
  error.issues
    .map(({ path, message }) => `${path.join('.') || 'all of it'}: ${message}`)
    .join('; ');

/**
 * @param texts the files that the layers have left, by layer
 * @throws Error that names each figure that is missing, and the test that should have left it
 */
export function layerFigures(texts: Readonly<Record<string, string | undefined>>): LayerFigures {
  const wrong: string[] = [];
  const read = layerNames.map((name) => {
    const text = texts[name];
    const parsed = text === undefined ? undefined : figuresOf[name].safeParse(JSON.parse(text));
    if (parsed?.success === true) return [name, parsed.data] as const;
    const what = parsed === undefined ? 'no figures at all' : wrongWith(parsed.error);
    wrong.push(`figures of ${name} (${layerTests[name]}): ${what}`);
    return [name, undefined] as const;
  });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return Object.fromEntries(read) as unknown as LayerFigures;
}
