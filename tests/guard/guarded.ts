/** The whole companion on a guarded board, in virtual time, with its record in memory. */
import type { Board } from '../../hardware/boards/board.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { RigId } from '../../hardware/plant/rigs.ts';
import type { Prescription } from '../../src/limits/plan.ts';
import { openVirtualTreatment } from '../../src/evidence/virtual-treatment.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import { tickMs } from '../../src/treatment/companion.ts';
import type { Companion } from '../../src/treatment/companion.ts';
import type { Happening } from '../../src/treatment/host/run.ts';
import type { Summary } from '../../src/treatment/summary.ts';

export async function guardedTreatment(
  board: Board,
  rig: RigId = 'reference',
  prescription: string | Prescription = 'seed-spasm',
) {
  const { companion, entries, run } = await openVirtualTreatment({
    seed: 1,
    rig: rigs[rig],
    prescription,
    board,
  });
  const operator = automaticOperator(false);
  return {
    /** Ticks for so long and no longer, whatever has become of the session. */
    async runFor(seconds: number, happenings: readonly Happening[]): Promise<Summary> {
      companion.send({ who: 'test', event: { type: 'PRESCRIBE', rotations: 3 } });
      const startMs = board.nowMs();
      for (let tick = 1; tick <= seconds * 20; tick += 1) {
        const plannedMs = startMs + tick * tickMs;
        const { state } = companion;
        await board.advanceTo(plannedMs);
        for (const { atS, happen } of happenings) {
          if (Math.round(atS * 20) === tick) happen(companion);
        }
        companion.tick(Math.max(0, board.nowMs() - plannedMs));
        if (companion.state !== state) operator.onState(companion.state, companion);
      }
      return companion.summary();
    },
    companion,
    entries,
    run: (happenings: readonly Happening[] = [], onTick: (running: Companion) => void = () => {}) =>
      run(operator, happenings, onTick),
    states: () => entries.flatMap(({ entry }) => (entry.type === 'state' ? [entry.fields.to] : [])),
    trips: () => entries.flatMap(({ entry }) => (entry.type === 'trip' ? [entry.fields] : [])),
    samples: () => entries.flatMap(({ entry }) => (entry.type === 'sample' ? [entry.fields] : [])),
  };
}

/** Something that a test does at a second of the treatment. */
export const after = (atS: number, happen: (companion: Companion) => void): Happening => ({
  atS,
  happen,
});
