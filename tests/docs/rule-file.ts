/** The file in which a rule is written down. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RuleId } from '../../src/safety/trip-ids.ts';

const folder = fileURLToPath(new URL('../../src/safety/', import.meta.url));

export function fileOfRule(id: RuleId): string {
  const names = readdirSync(folder).filter((name) => name.startsWith('rules'));
  const found = names.find((name) => readFileSync(folder + name, 'utf8').includes(`id: '${id}'`));
  if (found === undefined) throw new Error(`no file has the rule ${id}`);
  return `src/safety/${found}`;
}
