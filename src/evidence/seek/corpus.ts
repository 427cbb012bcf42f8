/**
 * What searches have found, kept as one scenario a line, so that the next search begins there and anybody can replay it.
 * Bounded: of each property the nearest stay. A line that cannot be read is never thrown away. Pure.
 */
import { CompanionError, messageOf } from '../../errors.ts';
import { z } from 'zod';
import { properties } from './margins.ts';
import type { Property } from './margins.ts';
import { idOf, storedSchema } from './stored.ts';
import type { StoredScenario } from './stored.ts';
import type { Sought } from './trial.ts';

/** Of one property; a scenario may stand for several. */
const keptOfEach = 8;

const entrySchema = z.strictObject({
  format: z.literal(1),
  id: z.string(),
  margins: z.partialRecord(z.enum(properties), z.number()),
  scenario: storedSchema,
});
export type Entry = z.infer<typeof entrySchema>;

export interface Corpus {
  readonly entries: readonly Entry[];
  /** Lines that could not be read, as they are. */
  readonly damaged: readonly {
    readonly line: number;
    readonly text: string;
    readonly why: string;
  }[];
}

export function parseCorpus(text: string): Corpus {
  const entries: Entry[] = [];
  const damaged: Corpus['damaged'][number][] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    try {
      entries.push(entrySchema.parse(JSON.parse(line)));
    } catch (thrown) {
      damaged.push({ line: index + 1, text: line, why: whyOf(thrown) });
    }
  });
  return { entries, damaged };
}

function whyOf(thrown: unknown): string {
  if (!(thrown instanceof z.ZodError)) return messageOf(thrown);
  const [first] = thrown.issues;
  return first === undefined ? 'it is no scenario' : `${first.path.join('.')}: ${first.message}`;
}

export const damageOf = (file: string, { line, why }: Corpus['damaged'][number]): CompanionError =>
  new CompanionError('CORPUS_DAMAGED', {
    what: `this line is no scenario (${why})`,
    where: `${file}:${line}`,
    fix: 'It is kept as it is, at the end of the file, and not searched from; mend it or delete it.',
  });

export const corpusText = ({ entries, damaged }: Corpus): string =>
  [...entries.map((entry) => JSON.stringify(entry)), ...damaged.map(({ text }) => text)]
    .map((line) => `${line}\n`)
    .join('');

export const entryOf = ({ scenario, margins }: Sought): Entry => ({
  format: 1,
  id: idOf(scenario),
  margins: Object.fromEntries(
    properties.flatMap((property) => {
      const margin = margins[property];
      return margin === null ? [] : [[property, margin]];
    }),
  ),
  scenario,
});

/** What is newly known of a scenario counts; then of each property the nearest stay. */
export function withFound(corpus: Corpus, found: readonly Entry[]): Corpus {
  const byId = new Map([...corpus.entries, ...found].map((entry) => [entry.id, entry]));
  const all = [...byId.values()];
  const kept = new Set(properties.flatMap((property) => nearestOf(all, property)));
  return { entries: all.filter((entry) => kept.has(entry)), damaged: corpus.damaged };
}

/** A margin of 1 is no find. */
const nearestOf = (entries: readonly Entry[], property: Property): Entry[] =>
  entries
    .flatMap((entry) => {
      const margin = entry.margins[property] ?? 1;
      return margin < 1 ? [{ entry, margin }] : [];
    })
    .toSorted((a, b) => a.margin - b.margin || (a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, keptOfEach)
    .map(({ entry }) => entry);

export function scenarioIn({ entries }: Corpus, id: string, file: string): StoredScenario {
  const entry = entries.find((one) => one.id === id);
  if (entry !== undefined) return entry.scenario;
  throw new CompanionError('SCENARIO_UNKNOWN', {
    what: `there is no scenario "${id}"`,
    where: file,
    fix: 'Use an id of the file; each line begins with its own.',
  });
}
