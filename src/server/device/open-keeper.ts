/** The record of a session, or of a screening that none follows; the board is told of it. */
import { randomInt } from 'node:crypto';
import { boardNumbers } from '../../../hardware/guard/board-memory.ts';
import { openRecord } from '../../records/open-record.ts';
import { nextCount, tellBoard } from '../../treatment/board-memory.ts';
import { recordHeader } from '../../treatment/record-header.ts';
import type { Draft, Screened } from './draft.ts';
import type { DeviceHost } from './host.ts';
import { RecordKeeper } from './record-keeper.ts';

/** @throws CompanionError RECORD_UNWRITABLE */
export function openKeeper(
  { options, identity, rig, opened, hooks }: DeviceHost,
  draft: Draft,
  { prescribed, settled }: Screened,
): RecordKeeper {
  const { version, seed, bench, speed, recordsFolder } = options;
  const { guard } = opened.board;
  const count = nextCount(identity, bench, () => randomInt(1, boardNumbers));
  const keeper = new RecordKeeper(
    openRecord({
      folder: recordsFolder,
      header: recordHeader(identity, prescribed, rig, {
        version,
        seed,
        bench,
        site: draft.site,
        settled,
        count,
        options: { speed, by: draft.by, source: draft.source },
      }),
      utcNow: hooks.utcNow,
      monotonicMs: hooks.wallNowMs,
    }),
    (journal) => {
      tellBoard(guard, count, journal);
    },
  );
  tellBoard(guard, count, keeper);
  return keeper;
}
