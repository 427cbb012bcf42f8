/** The record of a treatment, or of a screening that none follows: its header, and what the board remembers of it. */
import type { Board } from '../../../hardware/boards/board.ts';
import { boardNumbers } from '../../../hardware/guard/board-memory.ts';
import type { Rig } from '../../../hardware/plant/rigs.ts';
import { openRecord } from '../../records/open-record.ts';
import { nextCount, tellBoard } from '../board-memory.ts';
import type { Prescribed } from '../prepare.ts';
import { recordHeader } from '../record-header.ts';
import type { Circumstances } from '../record-header.ts';
import { RecordKeeper } from './record-keeper.ts';

/** What a host has no way to know by itself: the clocks of the wall, and chance. */
export interface World {
  readonly utcNow: () => Date;
  /** A monotonic wall clock, milliseconds. */
  readonly wallNowMs: () => number;
  /** A whole number from `least` up to and without `end`. */
  readonly draw: (least: number, end: number) => number;
}

export interface RecordParts {
  readonly board: Board;
  readonly rig: Rig;
  readonly prescribed: Prescribed;
  readonly folder: string;
  readonly circumstances: Omit<Circumstances, 'count'>;
  readonly world: World;
}

/** @throws CompanionError RECORD_UNWRITABLE */
export function openKeeper(parts: RecordParts): RecordKeeper {
  const { board, rig, prescribed, folder, circumstances, world } = parts;
  const { identity, guard } = board;
  const count = nextCount(identity, circumstances.bench, () => world.draw(1, boardNumbers));
  const journal = openRecord({
    folder,
    header: recordHeader(identity, prescribed, rig, { ...circumstances, count }),
    utcNow: world.utcNow,
    monotonicMs: world.wallNowMs,
  });
  tellBoard(guard, count, journal);
  return new RecordKeeper(journal, (ended) => {
    tellBoard(guard, count, ended);
  });
}

const passMs = 20;

/** Lets the board take what it was told of a record. @returns false where it does not */
export async function untilRemembered(board: Board): Promise<boolean> {
  const pass = (): void | Promise<void> => board.advanceTo(board.nowMs() + passMs);
  return (await board.guard?.untilRemembered(pass)) ?? true;
}
