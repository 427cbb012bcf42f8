/** Every rule of the interlock table, taken out: something objects, or what holds instead is known by name. */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Random } from '../../hardware/plant/random.ts';
import { rules } from '../../src/safety/rules.ts';
import { decidedBy, redundancy, tableWithout, trialWithout, without } from './knock-out.ts';
import { links } from './links.ts';
import { heldBy, redundancyPage } from './page.ts';

const here = dirname(fileURLToPath(import.meta.url));
const project = join(here, '../..');
const kept = redundancy.parse(
  JSON.parse(readFileSync(join(here, 'redundancy.json'), 'utf8')) as unknown,
);
const struck = kept.rows.filter((row) => row.without !== null);

const againWith = 'run `node tests/knock-out/knock-out.mjs`, then `npm run docs`';

/** So many are run again in each suite, others for each commit. */
const again = 2;
const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: project, encoding: 'utf8' });
const random = new Random(Number.parseInt(commit.slice(0, 8), 16)).split('knock-out');
const drawn = struck
  .map((row) => ({ row, at: random.unit() }))
  .toSorted((a, b) => a.at - b.at)
  .slice(0, again)
  .map(({ row }) => row);

describe('a rule that is taken out', () => {
  it('is each rule, with each fault that the hazard log names for it', () => {
    expect(kept.table.map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id));
    expect(kept.rows.map(({ rule, fault, moment }) => ({ rule, fault, moment }))).toEqual(links);
  });

  it('was so with the rules and the faults of now', () => {
    expect(kept.decidedBy === decidedBy(project) ? 'current' : againWith).toBe('current');
  });

  it.each(struck)('$rule, where $fault strikes in $moment: is objected to, or held', (row) => {
    expect(row.intact.objection).toBeNull();
    expect(row.without!.objection === null ? heldBy(row) : 'objected to').not.toBeNull();
  });

  it.each(rules.map(({ id }) => id))('%s is missed by the table of situations', async (id) => {
    const found = await tableWithout(id);
    expect(found).toEqual(kept.table.find(({ rule }) => rule === id));
    expect(found.situations).toBeGreaterThan(0);
  });

  it.each(drawn)('$rule comes to the same again, with $fault in $moment', async (row) => {
    const { rule, fault, moment } = row;
    const link = links.find(
      (one) => one.rule === rule && one.fault === fault && one.moment === moment,
    )!;
    expect(await trialWithout(link)).toEqual(row.without);
  });

  it('is back when it has been shown, whatever happened', async () => {
    const before = rules.map(({ id }) => id);
    await expect(without('plate-hot', () => Promise.reject(new Error('stop')))).rejects.toThrow(
      'stop',
    );
    expect(rules.map(({ id }) => id)).toEqual(before);
    await expect(
      without('plate-hot', () => rules.some(({ id }) => id === 'plate-hot')),
    ).resolves.toBe(false);
  });

  it('is written down', async () => {
    await expect(redundancyPage(kept)).toMatchFileSnapshot('../../docs/redundancy.md');
  });
});
