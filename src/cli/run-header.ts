/** The first line of a record: what was in force. */
import type { BoardIdentity } from '../../hardware/boards/board.ts';
import type { Rig } from '../../hardware/plant/rigs.ts';
import type { HeaderFields } from '../records/journal.ts';
import { unspecifiedSite } from '../safety/screening-sites.ts';
import type { Prescribed } from '../treatment/prepare.ts';
import type { RunFlags } from './run-options.ts';
import { programVersion } from './version.ts';

export function headerOf(
  identity: BoardIdentity,
  { prescription, limits, config }: Prescribed,
  flags: RunFlags,
  rig: Rig,
): HeaderFields {
  return {
    software: { 'contrast-companion': programVersion(), node: process.version },
    board: { ...identity },
    rig: { id: rig.id, title: rig.title, heatDutyCap: rig.heatDutyCap },
    seed: identity.imaginary ? flags.seed : null,
    limits: { ...limits },
    prescription: { ...prescription },
    plan: config.plan.phases.map(({ kind, setpointC, dwellMs }) => ({ kind, setpointC, dwellMs })),
    simulated: identity.imaginary,
    bench: flags.bench,
    ...(flags.bench ? {} : { site: flags.site ?? unspecifiedSite }),
    options: { speed: flags.speed, faults: flags.fault, acts: flags.act },
  };
}
