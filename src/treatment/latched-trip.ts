/** A trip that nobody has cleared outlives the board's memory of it (law L7): the newest record is asked too. */
import { CompanionError } from '../errors.ts';
import { briefsIn } from '../records/brief.ts';
import { newestFirstInChain, newestNoted } from '../records/chain.ts';
import { linesOf, summaryOf } from '../records/outcome.ts';
import type { Fields, RecordLine } from '../records/record-line.ts';
import { verificationOf } from './history.ts';
import type { Counted } from './history.ts';

export interface LatchedTrip {
  readonly recordId: string;
  readonly rule: string;
  /** For a person, without a full stop. */
  readonly words: string;
}

/**
 * The trip with which the newest record ended, where nobody has reset it since; null where there is none.
 * @param counted null where no record counts: nothing but a simulation
 */
export function latchedTripIn(folder: string, counted: Counted | null): LatchedTrip | null {
  if (counted === null) return null;
  const newest = newestFirstInChain(briefsIn(folder), newestNoted(folder)).find(
    ({ header }) => header?.simulated !== true || counted === 'simulated too',
  );
  if (newest === undefined) return null;
  return latchedIn(newest.id, verificationOf(folder, newest.id)?.lines ?? []);
}

/** What a record that has tripped leaves latched. Whatever began later than a reset began with a clean slate. */
export function latchedIn(recordId: string, lines: readonly RecordLine[]): LatchedTrip | null {
  const trippedAt = lines.findLastIndex(
    (line) => line.type === 'trip' || (line.type === 'state' && line.to === 'faulted'),
  );
  if (trippedAt < 0 || lines.slice(trippedAt).some(isReset)) return null;
  const trip = linesOf(lines, 'trip').at(-1);
  const summary = summaryOf(lines);
  const rule = trip?.rule ?? summary?.rule ?? 'not known';
  const why = trip?.message ?? summary?.reason ?? 'its record does not say why';
  return { recordId, rule, words: `the treatment ${recordId} tripped (${rule}): ${why}` };
}

const isReset = (line: RecordLine): boolean =>
  (line.type === 'state' && line.event === 'RESET') ||
  (line.type === 'command' && line.what === 'RESET' && line.accepted);

/** @throws CompanionError GUARD_TRIPPED */
export function refuseLatched(latched: LatchedTrip | null, resetBy: string | undefined): void {
  if (latched === null || resetBy !== undefined) return;
  throw new CompanionError('GUARD_TRIPPED', {
    what: `${latched.words.replace(/\.$/, '')}. It stays so until somebody clears it, whatever was unplugged since`,
    where: latched.recordId,
    fix: 'Find the cause; then run again with --reset-by and your name. A self-test follows.',
  });
}

/** What the record that then begins says of it: the next start finds no trip. */
export const resetLine = (latched: LatchedTrip, who: string): Fields<'command'> => ({
  who,
  what: 'RESET',
  accepted: true,
  reason: `clears what the record before had latched: ${latched.words}`,
});
