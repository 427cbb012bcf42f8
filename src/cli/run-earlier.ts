/** Before a run: what earlier runs have left on the board, in the records and elsewhere on this computer, and who clears it. */
import type { Board } from '../../hardware/boards/board.ts';
import { usesOf } from '../records/folder-use.ts';
import type { FolderUse } from '../records/folder-use.ts';
import { isTripped, refuseTripped } from '../treatment/board-policy.ts';
import { otherFolders } from '../treatment/doubts.ts';
import { latchedTripIn, refuseLatched } from '../treatment/latched-trip.ts';
import type { LatchedTrip } from '../treatment/latched-trip.ts';
import { countedFor } from '../treatment/screened.ts';
import type { Tongue } from '../words/tongue.ts';
import { askHidden, provenName, shownAs } from './run-names.ts';
import type { Duty, ProvenName } from './run-names.ts';
import type { RunFlags } from './run-options.ts';

export interface Earlier {
  /** A trip that the newest record has latched. */
  readonly latched: LatchedTrip | null;
  /** Who clears it, or what the board has latched; null where there is nothing to clear. */
  readonly resetBy: string | null;
  /** Where records of this board went before. */
  readonly uses: readonly FolderUse[];
  /** For a person, one line each. */
  readonly banners: readonly string[];
  /** @throws CompanionError NAME_NOT_PROVEN */
  readonly prove: (name: string, duty: Duty) => Promise<ProvenName>;
}

/** @throws CompanionError GUARD_TRIPPED, NAME_NOT_PROVEN, FILE_UNREADABLE */
export async function earlierThan(
  { identity, guard }: Board,
  flags: RunFlags,
  recordsFolder: string,
  nowMs: number,
  tongue: Tongue,
): Promise<Earlier> {
  refuseTripped(identity.port, guard?.reading, flags.resetBy);
  const latched = latchedTripIn(recordsFolder, countedFor({ identity, history: flags.history }));
  refuseLatched(latched, flags.resetBy);
  const names = {
    recordsFolder,
    passwordFile: flags.passwordFile,
    env: process.env,
    ask: (name: string) => askHidden(tongue.terminal('password.of', { name })),
  };
  const anything = latched !== null || isTripped(guard?.reading);
  const resetBy =
    flags.resetBy === undefined || !anything
      ? null
      : shownAs(await provenName(flags.resetBy, 'reset', names));
  const uses = identity.imaginary || flags.bench ? [] : usesOf(identity.port);
  return {
    latched,
    resetBy,
    uses,
    banners: [
      ...deviceWords(tongue, identity),
      ...otherFolders(uses, recordsFolder, nowMs).map((folder) =>
        tongue.terminal('banner.otherFolder', { folder }),
      ),
    ],
    prove: (name, duty) => provenName(name, duty, names),
  };
}

/** So that nobody treats with another device than they think. */
function deviceWords({ terminal: t }: Tongue, { imaginary, memory }: Board['identity']): string[] {
  if (imaginary || memory === null) return [];
  const { number, begun } = memory;
  return [t('banner.device', { number: number ?? t('banner.deviceLost'), count: begun })];
}
