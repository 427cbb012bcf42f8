/** The first line of the record of `contrast run`. */
import type { BoardIdentity } from '../../hardware/boards/board.ts';
import type { Rig } from '../../hardware/plant/rigs.ts';
import type { HeaderFields } from '../records/journal.ts';
import type { Prescribed } from '../treatment/prepare.ts';
import type { BoardCount } from '../treatment/board-memory.ts';
import { recordHeader } from '../treatment/record-header.ts';
import type { RunFlags } from './run-options.ts';
import { programVersion } from './version.ts';

export function headerOf(
  identity: BoardIdentity,
  prescribed: Prescribed,
  flags: RunFlags,
  rig: Rig,
  settled: readonly string[],
  count: BoardCount | null,
): HeaderFields {
  return recordHeader(identity, prescribed, rig, {
    version: programVersion(),
    seed: flags.seed,
    bench: flags.bench,
    site: flags.site,
    settled,
    count,
    options: { speed: flags.speed, faults: flags.fault, acts: flags.act },
  });
}
