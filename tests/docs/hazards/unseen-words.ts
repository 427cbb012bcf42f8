/** The largest true errors that no check sees, in words of the hazard log, from what the search kept. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Unseen } from '../../../src/evidence/world/unseen.ts';

const file = fileURLToPath(new URL('../../evidence/long-runs/unseen.json', import.meta.url));
const { causes } = JSON.parse(readFileSync(file, 'utf8')) as { causes: readonly Unseen[] };

const passed = causes.filter(({ size }) => size !== null);
const most = (by: (unseen: Unseen) => number): Unseen | undefined =>
  passed.toSorted((a, b) => by(b) - by(a))[0];
const named = (unseen: Unseen | undefined): string =>
  unseen === undefined ? 'nothing' : `\`${unseen.cause}-${unseen.size}\``;

const hottest = most(({ plateMaxC }) => plateMaxC);
const coldest = most(({ plateMinC }) => -plateMinC);

export const unseenWords = `Of ${causes.length} causes whose size was searched in a treatment of 12 and 40 °C, the hottest true plate that nothing saw is ${hottest?.plateMaxC} °C with ${hottest?.trueCem43Min} CEM43 minutes (${named(hottest)}), the coldest ${coldest?.plateMinC} °C (${named(coldest)}); all of them are in docs/world.md.`;
