/** The first line of a record: what was in force. */
import type { BoardIdentity } from '../../hardware/boards/board.ts';
import type { Rig } from '../../hardware/plant/rigs.ts';
import type { HeaderFields } from '../records/journal.ts';
import { unspecifiedSite } from '../safety/screening-sites.ts';
import type { BoardCount } from './board-memory.ts';
import type { Prescribed } from './prepare.ts';

export interface Circumstances {
  /** Of this program. */
  readonly version: string;
  readonly seed: number;
  readonly bench: boolean;
  readonly site: string | undefined;
  /** Doubts about time and earlier records that a clinician settled. */
  readonly settled: readonly string[];
  /** Which of the board's treatments it is; null where the board does not count. */
  readonly count: BoardCount | null;
  /** How it was asked for. */
  readonly options: object;
}

export function recordHeader(
  { memory, ...board }: BoardIdentity,
  { prescription, limits, config }: Prescribed,
  rig: Rig,
  { version, seed, bench, site, settled, count, options }: Circumstances,
): HeaderFields {
  return {
    software: { 'contrast-companion': version, node: process.version },
    board: { ...board, number: memory?.number ?? null, ...count },
    rig: { id: rig.id, title: rig.title, heatDutyCap: rig.heatDutyCap },
    seed: board.imaginary ? seed : null,
    limits: { ...limits },
    prescription: { ...prescription },
    plan: config.plan.phases.map(({ kind, setpointC, dwellMs }) => ({ kind, setpointC, dwellMs })),
    simulated: board.imaginary,
    bench,
    ...(bench ? {} : { site: site ?? unspecifiedSite }),
    options,
    ...(settled.length === 0 ? {} : { settled: [...settled] }),
  };
}
