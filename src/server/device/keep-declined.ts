/**
 * A screening that ends in no treatment is on record as soon as somebody has seen so: not only where they then confirm it,
 * but also where they go back and answer otherwise. No session begins, and nothing waits to be acknowledged.
 */
import { briefsIn } from '../../records/brief.ts';
import { noteSeen } from '../../records/seen.ts';
import { declinedOf, declinedScreenings, isSameDeclined } from '../../treatment/declined-before.ts';
import type { Summary } from '../../treatment/summary.ts';
import { inApiWords } from '../api-words.ts';
import type { Draft, Screened } from './draft.ts';
import type { DeviceHost } from './host.ts';

/** What would be admitted, or no answer decided, is none; neither is one that is on record already. */
export async function keepDeclined(
  host: DeviceHost,
  draft: Draft,
  result: Screened,
  who: string,
): Promise<void> {
  const { record, refusal } = result;
  if (record === null || refusal === null) return;
  const { recordsFolder: folder } = host.options;
  const nowMs = host.hooks.utcNow().getTime();
  const [declined] = declinedOf({ record: null, atMs: nowMs }, record);
  if (declined === undefined) return;
  const counted = host.identity.imaginary ? 'simulated too' : 'people';
  const known = declinedScreenings({ folder, briefs: briefsIn(folder), nowMs }, counted);
  if (known.some((one) => isSameDeclined(one, declined))) return;
  const keeper = host.openKeeper(draft, result);
  keeper.append('screening', 0, record);
  const { what, fix } = refusal.parts;
  const reason = inApiWords(fix === undefined ? what : `${what}. ${fix}`);
  await keeper.end({ ...notBegun, id: keeper.id, reason });
  // Whoever asked has seen it.
  noteSeen(folder, { id: keeper.id, endSeenBy: who, alarmsSeenBy: {} });
}

const notBegun: Omit<Summary, 'id' | 'reason'> = {
  outcome: 'declined',
  why: { kind: 'contraindicated' },
  rule: null,
  durationS: 0,
  cem43Min: 0,
  coldMinutes: 0,
  coldDegreeMinutes: 0,
  coldFinish: null,
  phases: [],
  skin: null,
};
