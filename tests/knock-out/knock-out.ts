/**
 * What a rule is worth: it is taken out of the interlock table, and the faults that the hazard log names for it strike
 * again. Either the judge of the trials objects, or something else holds, and then that is the real redundancy.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { faultMoments, runFaultTrial } from '../../src/evidence/fault-trial.ts';
import type { FaultResult } from '../../src/evidence/fault-trial.ts';
import { presetOf } from '../../src/limits/presets.ts';
import type { Rule } from '../../src/safety/interlocks.ts';
import { rules } from '../../src/safety/rules.ts';
import type { RuleId } from '../../src/safety/trip-ids.ts';
import { currentCases } from '../safety/current-cases.ts';
import { guardCases } from '../safety/guard-cases.ts';
import { movementCases } from '../safety/movement-cases.ts';
import { powerCases } from '../safety/power-cases.ts';
import { readingCases } from '../safety/reading-cases.ts';
import { actingAfter } from '../safety/situations.ts';
import { links } from './links.ts';
import type { Link } from './links.ts';

const came = z.strictObject({
  outcome: z.string(),
  rule: z.string().nullable(),
  tripAfterS: z.number().nullable(),
  plateMinC: z.number().nullable(),
  plateMaxC: z.number().nullable(),
  /** Why the judge of the trials objects; null where it does not. */
  objection: z.string().nullable(),
});
export type Came = z.infer<typeof came>;

const row = z.strictObject({
  rule: z.string(),
  fault: z.string(),
  moment: z.enum(faultMoments),
  intact: came,
  /** Null where another rule is first with the table whole: taking this one out changes nothing. */
  without: came.nullable(),
});
export type Row = z.infer<typeof row>;

const inTable = z.strictObject({
  rule: z.string(),
  /** Situations of the interlock table in which it must act, and those of them in which another rule then does. */
  situations: z.int(),
  others: z.array(z.string()),
  heldByOthers: z.int(),
});
export type InTable = z.infer<typeof inTable>;

export const redundancy = z.strictObject({
  decidedBy: z.string(),
  rows: z.array(row),
  table: z.array(inTable),
});
export type Redundancy = z.infer<typeof redundancy>;

/** Runs something with one rule gone from the table that the companion judges by. */
export async function without<Value>(
  id: RuleId,
  work: () => Value | Promise<Value>,
): Promise<Value> {
  const table = rules as Rule[];
  const index = table.findIndex((rule) => rule.id === id);
  const [removed] = table.splice(index, 1);
  if (removed?.id !== id) throw new Error(`there is no rule ${id}`);
  try {
    return await work();
  } finally {
    table.splice(index, 0, removed);
  }
}

/** As in the suite: one rotation, one device within tolerance. */
const prescription = { ...presetOf('seed-spasm')!.prescription, rotations: 1 };

const rounded = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : Math.round(value * 100) / 100;

function cameOf({ outcome, rule, tripAfterS, plateMinC, plateMaxC, objection }: FaultResult): Came {
  return {
    outcome,
    rule,
    tripAfterS: rounded(tripAfterS),
    plateMinC: rounded(plateMinC),
    plateMaxC: rounded(plateMaxC),
    objection,
  };
}

export const trial = async ({ fault, moment }: Link): Promise<Came> =>
  cameOf(await runFaultTrial({ fault, moment, rig: 'reference', seed: 1 }, prescription));

export const trialWithout = (link: Link): Promise<Came> => without(link.rule, () => trial(link));

const cases = [...readingCases, ...movementCases, ...guardCases, ...powerCases, ...currentCases];

/** In each situation in which the rule must act and does not, does any other rule that takes power away? */
export async function tableWithout(rule: RuleId): Promise<InTable> {
  const own = cases.filter(([, , , acting]) => acting.includes(rule));
  const acting = await without(rule, () =>
    own.map(([, situation, forMs]) => actingAfter(situation, forMs)),
  );
  return {
    rule,
    situations: own.length,
    others: [...new Set(acting.flat())].toSorted(),
    heldByOthers: acting.filter((ids) => ids.length > 0).length,
  };
}

export async function allRows(onRow: (row: Row) => void): Promise<Row[]> {
  const rows: Row[] = [];
  const intactBy = new Map<string, Came>();
  for (const link of links) {
    const key = `${link.fault} ${link.moment}`;
    const intact = intactBy.get(key) ?? (await trial(link));
    intactBy.set(key, intact);
    const isFirst = intact.rule === link.rule;
    const one = { ...link, intact, without: isFirst ? await trialWithout(link) : null };
    rows.push(one);
    onRow(one);
  }
  return rows;
}

/** What decides the table: rules and what they look at, the faults and their judge, the hazard log's naming. */
const deciding = [
  'src/safety',
  'src/evidence/fault-trial.ts',
  'src/evidence/fault-expectations.ts',
  'src/evidence/part-expectations.ts',
  'src/evidence/disturbance-expectations.ts',
  'tests/docs/hazards/rule-controls.ts',
  'tests/knock-out/knock-out.ts',
  'tests/knock-out/links.ts',
];

/** SHA-256 over what decides; of the rules' folder, what judges readings and not what is said of a person. */
export function decidedBy(project: string): string {
  const files = deciding.flatMap((path) =>
    path.endsWith('.ts')
      ? [path]
      : readdirSync(join(project, path))
          .filter((name) =>
            /^(?:rules|trend|slopes|noise|readings|interlocks|course|heatsink-work|(?:current|drive|fan|witness)-watch|dose)/.test(
              name,
            ),
          )
          .map((name) => `${path}/${name}`),
  );
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    const content = readFileSync(join(project, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

export async function allOfIt(project: string, onRow: (row: Row) => void): Promise<Redundancy> {
  const rows = await allRows(onRow);
  const table: InTable[] = [];
  for (const id of rules.map((rule) => rule.id)) table.push(await tableWithout(id));
  return { decidedBy: decidedBy(project), rows, table };
}
